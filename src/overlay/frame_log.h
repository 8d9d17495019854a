// The frames that a program has drawn lately, and why: what the debug overlay lists. Plain data.
#pragma once

#include "platform/common/room_times.h"
#include "semantics/diff.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace overlay {

/// How many operations of each kind an update asks of the mirror.
struct MirrorOperations {
    std::size_t removed = 0; // nodes, without those below them
    std::size_t made = 0;    // nodes
    std::size_t changed = 0; // nodes that were there
    std::size_t ordered = 0; // nodes whose children come in another order
    std::size_t words = 0;   // items of a long list whose words come, change or go
    bool hasList = false;    // the long list's layout or described items
};
[[nodiscard]] MirrorOperations countOperations(const semantics::Update& update);
/// "2 made, 5 changed"; "none".
[[nodiscard]] std::string describe(const MirrorOperations& operations);

struct FrameRecord {
    std::uint64_t number = 0; // from 1
    std::string reasons;      // why it was drawn
    platform::RoomTimes times;
    std::size_t drawCalls = 0;
    std::size_t uploadedBytes = 0; // to the graphics card
    MirrorOperations mirror;
};

/// The last kMostRecords frames.
class FrameLog {
public:
    static constexpr std::size_t kMostRecords = 240;
    /// Gives the frame its number.
    void add(FrameRecord record);
    /// Adds to the last frame what was measured after it was drawn. Nothing happens where there is none.
    void addTimes(platform::RoomTimes times);
    [[nodiscard]] const std::deque<FrameRecord>& records() const { return records_; } // oldest first
    [[nodiscard]] std::uint64_t count() const { return count_; }

private:
    std::deque<FrameRecord> records_;
    std::uint64_t count_ = 0;
};

} // namespace overlay
