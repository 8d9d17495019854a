#include "ui/motion.h"

#include <algorithm>

namespace ui {

using semantics::NodeId;

namespace {

constexpr std::uint64_t kThing = std::uint64_t{1} << 63U; // no property has it

/// Fast at first, slow at the end. 0…1 → 0…1.
float ease(float progress) {
    const float left = 1.0F - progress;
    return 1.0F - left * left * left;
}

} // namespace

void Motion::begin(double seconds, bool isStill) {
    seconds_ = std::max(seconds, seconds_);
    isStill_ = isStill;
    isRunning_ = false;
    next_ = 0;
    for (Track& track : tracks_) track.isAsked = false;
    for (Group& group : groups_) group.isAsked = false;
}

void Motion::end() {
    std::erase_if(tracks_, [](const Track& track) { return !track.isAsked; });
    std::erase_if(groups_, [](const Group& group) { return !group.isAsked; });
    for (Group& group : groups_) group.isNew = false;
}

Motion::Track* Motion::find(NodeId owner, std::uint64_t key) {
    const auto isIt = [&](const Track& track) { return track.owner == owner && track.key == key; };
    if (next_ >= tracks_.size() || !isIt(tracks_[next_])) {
        const auto found = std::ranges::find_if(tracks_, isIt);
        if (found == tracks_.end()) return nullptr;
        next_ = static_cast<std::size_t>(found - tracks_.begin());
    }
    return &tracks_[next_++];
}

Motion::Track& Motion::require(NodeId owner, std::uint64_t key, float start) {
    if (Track* known = find(owner, key)) return *known;
    tracks_.push_back({.owner = owner, .key = key, .from = start, .to = start, .painted = start});
    return tracks_.back();
}

float Motion::follow(Track& track, float target) {
    track.isAsked = true;
    if (track.to != target) {
        track.from = track.painted;
        track.to = target;
        track.begin = seconds_ - kLead;
    }
    const auto progress = static_cast<float>((seconds_ - track.begin) / kSeconds);
    const bool isThere = isStill_ || progress >= 1 || track.from == target;
    if (isThere) track.from = target;
    isRunning_ |= !isThere;
    track.painted = isThere ? target : track.from + (target - track.from) * ease(progress);
    return track.painted;
}

float Motion::animate(NodeId node, Property property, float target, std::optional<float> start) {
    return follow(require(node, static_cast<std::uint64_t>(property), start.value_or(target)), target);
}

float Motion::place(NodeId node, Property property, float target) {
    Track& track = require(node, static_cast<std::uint64_t>(property), target);
    track.from = track.to = track.painted = target;
    track.isAsked = true;
    return target;
}

std::optional<float> Motion::painted(NodeId node, Property property) const {
    const auto key = static_cast<std::uint64_t>(property);
    for (const Track& track : tracks_) {
        if (track.owner == node && track.key == key) return track.painted;
    }
    return std::nullopt;
}

void Motion::shift(Property property, float distance) {
    for (Track& track : tracks_) {
        if (track.key != static_cast<std::uint64_t>(property)) continue;
        track.from += distance;
        track.to += distance;
        track.painted += distance;
    }
}

Motion::Group& Motion::ask(NodeId node) {
    auto known = std::ranges::find(groups_, node, &Group::node);
    if (known == groups_.end()) known = groups_.insert(groups_.end(), Group{.node = node});
    known->isAsked = true;
    return *known;
}

float Motion::appear(NodeId group, std::uint64_t key) {
    const float start = ask(group).isNew ? 1.0F : 0.0F;
    return follow(require(group, key | kThing, start), 1);
}

std::vector<Leaving> Motion::leaving(NodeId group) {
    ask(group);
    std::vector<Leaving> left;
    for (Track& track : tracks_) {
        if (track.owner != group || track.isAsked || (track.key & kThing) == 0) continue;
        const float opacity = follow(track, 0);
        track.isAsked = opacity > 0;
        if (opacity > 0) left.push_back({track.key & ~kThing, opacity});
    }
    return left;
}

} // namespace ui
