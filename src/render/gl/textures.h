// Textures of Dear ImGui's font atlas as OpenGL textures. Dear ImGui says by ImTextureData::Status what it wants done
// (docs/BACKENDS.md of its sources, "Texture support"); ImTextureData::TexID is the OpenGL texture.
#pragma once

struct ImTextureData;

namespace render {

/// Creates, updates or deletes the OpenGL texture as Dear ImGui wants. Returns whether GL_TEXTURE_2D may be bound to
/// another texture than before. Precondition: the GL context is current.
bool updateTexture(ImTextureData& texture);

/// Deletes the OpenGL texture, or where the context is lost only forgets it. Dear ImGui asks for it again in the next
/// frame.
void destroyTexture(ImTextureData& texture, bool isContextLost);

} // namespace render
