#include "base/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace base {

EditDistances::EditDistances(std::u32string pattern)
    : pattern_(std::move(pattern)), width_(pattern_.size() + 1), rows_(width_) {
    std::iota(rows_.begin(), rows_.end(), std::size_t{0});
    rowFacts_.push_back({.letter = 0, .prefixDistance = rows_.back(), .minimum = 0});
}

void EditDistances::push(char32_t letter) {
    const std::size_t row = rowFacts_.size();
    rows_.resize(std::max(rows_.size(), (row + 1) * width_));
    rows_[row * width_] = row;
    std::size_t minimum = row;
    for (std::size_t column = 1; column < width_; ++column) {
        const std::size_t distance = distanceAt(row, column, letter);
        rows_[row * width_ + column] = distance;
        minimum = std::min(minimum, distance);
    }
    const std::size_t last = rows_[row * width_ + width_ - 1];
    rowFacts_.push_back({letter, std::min(rowFacts_.back().prefixDistance, last), minimum});
}

std::size_t EditDistances::distanceAt(std::size_t row, std::size_t column, char32_t letter) const {
    const auto at = [&](std::size_t rowsUp, std::size_t columnsLeft) {
        return rows_[(row - rowsUp) * width_ + column - columnsLeft];
    };
    const char32_t patternLetter = pattern_[column - 1];
    const std::size_t replaced = at(1, 1) + (patternLetter == letter ? 0 : 1);
    const std::size_t distance = std::min({replaced, at(1, 0) + 1, at(0, 1) + 1});
    const bool isExchanged =
        row > 1 && column > 1 && patternLetter == rowFacts_.back().letter && pattern_[column - 2] == letter;
    return isExchanged ? std::min(distance, at(2, 2) + 1) : distance;
}

} // namespace base
