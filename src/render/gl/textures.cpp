#include "render/gl/textures.h"

#include "imgui.h"
#include "render/gl/opengl.h"

namespace render {

namespace {

GLuint nameOf(const ImTextureData& texture) {
    return static_cast<GLuint>(texture.TexID);
}

void createTexture(ImTextureData& texture, bool withPixels) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    // Lines are painted from a part of the atlas between whose pixels is interpolated.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 withPixels ? texture.GetPixels() : nullptr);
    texture.SetTexID(name);
}

void uploadChanges(ImTextureData& texture) {
    glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
    for (const ImTextureRect& part : texture.Updates) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                        texture.GetPixelsAt(part.x, part.y));
    }
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

} // namespace

bool updateTexture(ImTextureData& texture, const UploadPixels& upload) {
    switch (texture.Status) {
    case ImTextureStatus_WantCreate:
        createTexture(texture, !upload);
        if (upload) upload(texture);
        break;
    case ImTextureStatus_WantUpdates:
        glBindTexture(GL_TEXTURE_2D, nameOf(texture));
        if (upload)
            upload(texture);
        else
            uploadChanges(texture);
        break;
    case ImTextureStatus_WantDestroy:
        // The frame in which Dear ImGui replaced it may still be drawn with it.
        if (texture.UnusedFrames == 0) return false;
        destroyTexture(texture, false);
        return true;
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed:
        return false;
    }
    texture.SetStatus(ImTextureStatus_OK);
    return true;
}

std::size_t bytesToUpload(const ImTextureData& texture) {
    const auto bytesOf = [&](int width, int height) {
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
               static_cast<std::size_t>(texture.BytesPerPixel);
    };
    if (texture.Status == ImTextureStatus_WantCreate) return bytesOf(texture.Width, texture.Height);
    if (texture.Status != ImTextureStatus_WantUpdates) return 0;
    std::size_t bytes = 0;
    for (const ImTextureRect& part : texture.Updates) bytes += bytesOf(part.w, part.h);
    return bytes;
}

void destroyTexture(ImTextureData& texture, bool isContextLost) {
    const GLuint name = nameOf(texture);
    if (!isContextLost && texture.TexID != ImTextureID_Invalid) glDeleteTextures(1, &name);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
}

} // namespace render
