// Spreads each shape's rectangle, a pixel wider on every side so that its edges have room to fade. One instance a shape;
// the four corners come from gl_VertexID, so there is no vertex buffer. render::Renderer puts the #version line before.
//
// A timed shape (render::TimedShape) has days and minutes too. They are integers until the origin's day was subtracted.
// For other shapes these and the uniforms of the scale are 0.
precision highp float;
precision highp int;

layout(location = 0) in vec4 rectangle; // x, y, width, height; CSS px
layout(location = 1) in vec4 colour;
layout(location = 2) in uvec2 form; // ShapeKind, Corner
layout(location = 3) in float radius; // CSS px
layout(location = 4) in vec4 clip; // x, y, width, height; CSS px
layout(location = 5) in float clipRounding; // its radius; CSS px
layout(location = 6) in uint roundCorners; // bit n: that corner is rounded
layout(location = 7) in ivec4 moments; // start's and end's day, start's and end's minute

uniform vec2 surface; // device px
uniform float pixelRatio; // device px in a CSS px
uniform int originDay;
uniform vec3 timeScale; // CSS px in a day; the least and the greatest distance from the origin, CSS px
uniform vec3 timePlace; // the origin's x, the shapes' y; CSS px; opacity

// Device px, y down.
out vec2 position;
flat out vec4 shapeBox; // left, top, right, bottom
flat out float shapeRadius;
flat out uvec2 shapeForm;
flat out vec4 shapeColour;
flat out vec4 clipBox; // left, top, right, bottom
flat out float clipRadius;
flat out uint clipCorners;

float fromOrigin(int day, int minute) {
    return clamp((float(day - originDay) + float(minute) / 1440.0) * timeScale.x, timeScale.y, timeScale.z);
}

void main() {
    float start = fromOrigin(moments.x, moments.z);
    float end = fromOrigin(moments.y, moments.w);
    vec2 upperLeft = (rectangle.xy + vec2(timePlace.x + start, timePlace.y)) * pixelRatio;
    vec2 size = (rectangle.zw + vec2(end - start, 0.0)) * pixelRatio;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    position = upperLeft - 1.0 + corner * (size + 2.0);
    shapeBox = vec4(upperLeft, upperLeft + size);
    shapeRadius = radius * pixelRatio;
    shapeForm = form;
    shapeColour = vec4(colour.rgb, colour.a * timePlace.z);
    clipBox = vec4(clip.xy, clip.xy + clip.zw) * pixelRatio;
    clipRadius = clipRounding * pixelRatio;
    clipCorners = roundCorners;
    gl_Position = vec4(position.x / surface.x * 2.0 - 1.0, 1.0 - position.y / surface.y * 2.0, 0.0, 1.0);
}
