#include "render/frame_hash.h"

#include "imgui.h"
#include "render/shapes.h"

#include <bit>
#include <cstddef>
#include <cstring>
#include <optional>

namespace render {

namespace {

class Hash {
public:
    /// For a given word this maps different values to different ones.
    void add(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x9E3779B97F4A7C15U; // 2⁶⁴ divided by the golden ratio
        value_ ^= value_ >> 32U;
    }
    void add(float one, float other) {
        add(std::uint64_t{std::bit_cast<std::uint32_t>(one)} << 32U | std::bit_cast<std::uint32_t>(other));
    }
    template <typename Element>
    void add(const ImVector<Element>& elements) {
        const auto size = static_cast<std::size_t>(elements.size_in_bytes());
        const char* bytes = reinterpret_cast<const char*>(elements.Data);
        add(size);
        std::uint64_t word = 0;
        std::size_t place = 0;
        for (; place + sizeof word <= size; place += sizeof word) {
            std::memcpy(&word, bytes + place, sizeof word);
            add(word);
        }
        if (place == size) return;
        word = 0;
        std::memcpy(&word, bytes + place, size - place);
        add(word);
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0;
};

// Not as bytes: structures have padding.

void addRun(Hash& hash, const ShapeRun& run) {
    hash.add(std::uint64_t{run.first} << 32U | run.count);
}

void addTransform(Hash& hash, const TimeTransform& transform) {
    hash.add(std::uint64_t{static_cast<std::uint32_t>(transform.originDay)} << 32U |
             std::bit_cast<std::uint32_t>(transform.pixelsPerDay));
    hash.add(transform.x, transform.y);
    hash.add(transform.left, transform.right);
    hash.add(transform.opacity, 1);
}

void addCommand(Hash& hash, const ImDrawCmd& command) {
    hash.add(command.ClipRect.x, command.ClipRect.y);
    hash.add(command.ClipRect.z, command.ClipRect.w);
    if (const std::optional<ShapeRun> run = shapeRunOf(command)) {
        addRun(hash, *run);
    } else if (const std::optional<TimeTransform> transform = timeTransformOf(command)) {
        addTransform(hash, *transform);
    } else {
        hash.add(std::bit_cast<std::uintptr_t>(command.TexRef._TexData));
        hash.add(std::uint64_t{command.VtxOffset} << 32U | command.IdxOffset);
        hash.add(command.ElemCount);
    }
}

void addShape(Hash& hash, const Shape& shape) {
    hash.add(shape.x, shape.y);
    hash.add(shape.width, shape.height);
    hash.add(std::uint64_t{shape.colour} << 32U | std::bit_cast<std::uint32_t>(shape.radius));
    hash.add(std::uint64_t{shape.clip.roundCorners} << 16U | static_cast<std::uint64_t>(shape.kind) << 8U |
             static_cast<std::uint64_t>(shape.corner));
    hash.add(shape.clip.x, shape.clip.y);
    hash.add(shape.clip.width, shape.clip.height);
    hash.add(shape.clip.radius, 0);
}

} // namespace

std::uint64_t hashFrame(const ImDrawData& drawData, const ShapeList& shapes, int width, int height,
                        base::Colour background) {
    Hash hash;
    hash.add(static_cast<std::uint64_t>(width) << 32U | static_cast<std::uint32_t>(height));
    hash.add(drawData.FramebufferScale.x, std::bit_cast<float>(background));
    for (const ImDrawList* list : drawData.CmdLists) {
        hash.add(list->VtxBuffer);
        hash.add(list->IdxBuffer);
        hash.add(static_cast<std::uint64_t>(list->CmdBuffer.Size));
        for (const ImDrawCmd& command : list->CmdBuffer) addCommand(hash, command);
    }
    hash.add(std::uint64_t{shapes.retained.version()} << 32U | shapes.shapes.size());
    for (const Shape& shape : shapes.shapes) addShape(hash, shape);
    return hash.value();
}

bool hasTextureChanges(const ImDrawData& drawData) {
    if (!drawData.Textures) return false;
    for (const ImTextureData* texture : *drawData.Textures) {
        if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) return true;
    }
    return false;
}

} // namespace render
