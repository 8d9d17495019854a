// A set of numbers from 0 to size − 1, such as the indices of challenges, as one bit for each number. The two sets of
// an operation have the same size.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace search {

class BitSet {
public:
    BitSet() = default;
    explicit BitSet(std::size_t size) : size_(size), words_((size + 63) / 64, 0) {}

    [[nodiscard]] std::size_t size() const { return size_; }
    /// 64 numbers each, the least in the lowest bit.
    [[nodiscard]] std::span<const std::uint64_t> words() const { return words_; }
    [[nodiscard]] std::size_t memoryBytes() const { return words_.capacity() * sizeof(std::uint64_t); }

    [[nodiscard]] bool has(std::size_t member) const { return (words_[member / 64] >> member % 64 & 1u) != 0; }
    void add(std::size_t member) { words_[member / 64] |= std::uint64_t{1} << member % 64; }

    /// Removes all members.
    void clear() { words_.assign(words_.size(), 0); }
    /// Adds all numbers below size().
    void fill() {
        words_.assign(words_.size(), ~std::uint64_t{0});
        if (size_ % 64 != 0) words_.back() >>= 64 - size_ % 64;
    }

    [[nodiscard]] bool isEmpty() const {
        for (const std::uint64_t word : words_) {
            if (word != 0) return false;
        }
        return true;
    }

    void intersectWith(const BitSet& other) {
        for (std::size_t index = 0; index < words_.size(); ++index) words_[index] &= other.words_[index];
    }
    void uniteWith(const BitSet& other) {
        for (std::size_t index = 0; index < words_.size(); ++index) words_[index] |= other.words_[index];
    }

    /// Calls `visit(member)` for each member, in ascending order.
    template <typename Visitor>
    void forEach(Visitor visit) const {
        for (std::size_t index = 0; index < words_.size(); ++index) {
            for (std::uint64_t rest = words_[index]; rest != 0; rest &= rest - 1) {
                visit(static_cast<std::uint32_t>(index * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
            }
        }
    }

private:
    std::size_t size_ = 0;
    std::vector<std::uint64_t> words_; // the bits after the last number are 0
};

/// The number of members.
[[nodiscard]] std::size_t count(const BitSet& set);
/// The number of members that the two sets have in common.
[[nodiscard]] std::size_t countCommon(const BitSet& left, const BitSet& right);

} // namespace search
