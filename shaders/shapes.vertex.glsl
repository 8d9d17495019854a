// Spreads each shape's rectangle, a pixel wider on every side so that its edges have room to fade. One instance a shape;
// the four corners come from gl_VertexID, so there is no vertex buffer. render::Renderer puts the #version line before.
precision highp float;

layout(location = 0) in vec4 rectangle; // x, y, width, height; CSS px
layout(location = 1) in vec4 colour;
layout(location = 2) in uvec2 form; // ShapeKind, Corner
layout(location = 3) in float radius; // CSS px

uniform vec2 surface; // device px
uniform float pixelRatio; // device px in a CSS px

// Device px, y down.
out vec2 position;
flat out vec4 shapeBox; // left, top, right, bottom
flat out float shapeRadius;
flat out uvec2 shapeForm;
flat out vec4 shapeColour;

void main() {
    vec2 upperLeft = rectangle.xy * pixelRatio;
    vec2 size = rectangle.zw * pixelRatio;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    position = upperLeft - 1.0 + corner * (size + 2.0);
    shapeBox = vec4(upperLeft, upperLeft + size);
    shapeRadius = radius * pixelRatio;
    shapeForm = form;
    shapeColour = colour;
    gl_Position = vec4(position.x / surface.x * 2.0 - 1.0, 1.0 - position.y / surface.y * 2.0, 0.0, 1.0);
}
