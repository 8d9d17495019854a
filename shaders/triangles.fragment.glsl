// The colour of a triangle of Dear ImGui's draw lists, times that of the texture: a glyph's, or white.
precision highp float;

in vec2 textureCoordinates;
in vec4 vertexColour;

uniform sampler2D atlas;

out vec4 fragmentColour;

void main() {
    fragmentColour = vertexColour * texture(atlas, textureCoordinates);
}
