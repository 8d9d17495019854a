// Choices read from a fuzzer's bytes, so that the fuzzer's mutations are other choices.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace support {

class ByteSource {
public:
    enum class End : std::uint8_t {
        zeros,  // behind the last byte every choice is the first one
        random, // behind the last byte choices follow from all bytes, by xorshift64* (https://doi.org/10.1145/2845077)
    };

    ByteSource(std::span<const std::uint8_t> bytes, End end) : bytes_(bytes), end_(end) {
        for (const std::uint8_t byte : bytes) state_ = (state_ ^ byte) * 0x100000001B3u; // FNV-1a
        if (state_ == 0) state_ = 1;
    }

    bool isEmpty() const { return next_ >= bytes_.size(); }

    std::uint8_t byte() {
        if (!isEmpty()) return bytes_[next_++];
        if (end_ == End::zeros) return 0;
        state_ ^= state_ >> 12u;
        state_ ^= state_ << 25u;
        state_ ^= state_ >> 27u;
        return static_cast<std::uint8_t>(state_ * 0x2545F4914F6CDD1Du >> 56u);
    }
    std::uint32_t number() {
        std::uint32_t value = 0;
        for (int count = 0; count < 4; ++count) value = value << 8u | byte();
        return value;
    }
    /// 0…limit − 1; 0 where the limit is 0. Two bytes are read where one is too few.
    std::size_t below(std::size_t limit) {
        if (limit <= 1) return 0;
        if (limit <= 256) return byte() % limit;
        return limit <= 65536 ? (std::size_t{byte()} << 8u | byte()) % limit : number() % limit;
    }
    std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }
    bool coin() { return (byte() & 1u) != 0; }
    /// True once in so many times.
    bool oneIn(std::size_t times) { return below(times) == times - 1; }

    template <typename Items>
    const auto& pick(const Items& items) {
        return items[below(std::size(items))];
    }

private:
    std::span<const std::uint8_t> bytes_;
    End end_;
    std::size_t next_ = 0;
    std::uint64_t state_ = 0xCBF29CE484222325u;
};

} // namespace support
