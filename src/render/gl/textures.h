// Textures of Dear ImGui's font atlas as OpenGL textures. Dear ImGui says by ImTextureData::Status what it wants done
// (imgui.h of Dear ImGui, at ImTextureData); ImTextureData::TexID is the OpenGL texture.
#pragma once

#include <cstddef>
#include <functional>

struct ImTextureData;

namespace render {

/// Uploads what a texture lacks, where that is not (only) in its pixels: it was just created and is empty
/// (ImTextureStatus_WantCreate), or parts of it have changed (ImTextureStatus_WantUpdates). It is bound to
/// GL_TEXTURE_2D, and the state in which pixels are unpacked is the initial one, before and after.
using UploadPixels = std::function<void(ImTextureData&)>;

/// Creates, updates or deletes the OpenGL texture as Dear ImGui wants, with its pixels, or by `upload` if that is not
/// null. Returns whether GL_TEXTURE_2D may be bound to another texture than before. Precondition: the GL context is
/// current.
bool updateTexture(ImTextureData& texture, const UploadPixels& upload);

/// The bytes of pixels that updateTexture() is about to upload.
[[nodiscard]] std::size_t bytesToUpload(const ImTextureData& texture);

/// Deletes the OpenGL texture, or where the context is lost only forgets it. Dear ImGui asks for it again in the next
/// frame.
void destroyTexture(ImTextureData& texture, bool isContextLost);

} // namespace render
