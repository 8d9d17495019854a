#include "base/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace base {

EditDistances::EditDistances(std::u32string word) : word_(std::move(word)), width_(word_.size() + 1), rows_(width_) {
    std::iota(rows_.begin(), rows_.end(), std::size_t{0});
    steps_.push_back({.letter = 0, .nearest = rows_.back(), .least = 0});
}

void EditDistances::push(char32_t letter) {
    const std::size_t row = steps_.size();
    rows_.resize(std::max(rows_.size(), (row + 1) * width_));
    rows_[row * width_] = row;
    std::size_t least = row;
    for (std::size_t column = 1; column < width_; ++column) {
        const std::size_t distance = distanceAt(row, column, letter);
        rows_[row * width_ + column] = distance;
        least = std::min(least, distance);
    }
    const std::size_t nearest = std::min(steps_.back().nearest, rows_[row * width_ + width_ - 1]);
    steps_.push_back({letter, nearest, least});
}

std::size_t EditDistances::distanceAt(std::size_t row, std::size_t column, char32_t letter) const {
    const auto at = [&](std::size_t rowsUp, std::size_t columnsLeft) {
        return rows_[(row - rowsUp) * width_ + column - columnsLeft];
    };
    const char32_t own = word_[column - 1];
    const std::size_t changed = at(1, 1) + (own == letter ? 0 : 1);
    const std::size_t distance = std::min({changed, at(1, 0) + 1, at(0, 1) + 1});
    const bool isExchanged = row > 1 && column > 1 && own == steps_.back().letter && word_[column - 2] == letter;
    return isExchanged ? std::min(distance, at(2, 2) + 1) : distance;
}

} // namespace base
