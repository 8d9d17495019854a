// A map from ids of 32 bits to values, and a set of such ids. Unlike std::unordered_map its code is there once for all
// types of values (docs/size.md). Nothing can be taken out but all at once.
#pragma once

#include "base/number_table.h"

#include <cstdint>
#include <vector>

namespace base {

/// The ids, numbered in the order in which they are added.
class IdSet {
public:
    /// The id's number; NumberTable::kNone where the set does not have it.
    [[nodiscard]] std::uint32_t numberOf(std::uint32_t id) const;
    [[nodiscard]] bool contains(std::uint32_t id) const { return numberOf(id) != NumberTable::kNone; }
    /// The id's number. The id is added where it is new.
    NumberTable::Found add(std::uint32_t id);
    [[nodiscard]] const std::vector<std::uint32_t>& ids() const { return ids_; }
    void clear();

private:
    NumberTable numbers_;
    std::vector<std::uint32_t> ids_;
};

template <typename Value>
class IdMap {
public:
    [[nodiscard]] bool contains(std::uint32_t id) const { return ids_.contains(id); }
    /// nullptr where there is none. Valid until the next id is added.
    [[nodiscard]] const Value* find(std::uint32_t id) const {
        const std::uint32_t number = ids_.numberOf(id);
        return number == NumberTable::kNone ? nullptr : &values_[number];
    }
    /// The id's value, which is Value() where the id is new. Valid until the next id is added.
    Value& operator[](std::uint32_t id) {
        const NumberTable::Found found = ids_.add(id);
        if (found.isNew) values_.emplace_back();
        return values_[found.number];
    }
    /// In the order in which they were added.
    [[nodiscard]] const std::vector<std::uint32_t>& ids() const { return ids_.ids(); }
    void clear() {
        ids_.clear();
        values_.clear();
    }

private:
    IdSet ids_;
    std::vector<Value> values_; // by the ids' numbers
};

} // namespace base
