// The triangles of Dear ImGui's draw lists. render::Renderer puts the #version line before.
precision highp float;

// As in ImDrawVert.
layout(location = 0) in vec2 position; // CSS px, y down
layout(location = 1) in vec2 texturePosition; // 0 … 1
layout(location = 2) in vec4 colour;

uniform vec2 surface; // device px
uniform float pixelRatio; // device px in a CSS px

out vec2 textureCoordinates;
out vec4 vertexColour;

void main() {
    textureCoordinates = texturePosition;
    vertexColour = colour;
    vec2 pixel = position * pixelRatio;
    gl_Position = vec4(pixel.x / surface.x * 2.0 - 1.0, 1.0 - pixel.y / surface.y * 2.0, 0.0, 1.0);
}
