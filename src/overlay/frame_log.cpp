#include "overlay/frame_log.h"

#include <algorithm>
#include <utility>

namespace overlay {

MirrorOperations countOperations(const semantics::Update& update) {
    MirrorOperations operations;
    operations.removed = update.removed.size();
    operations.made = static_cast<std::size_t>(
        std::ranges::count_if(update.changed, [](const semantics::NodeChange& change) { return change.isNew; }));
    operations.changed = update.changed.size() - operations.made;
    operations.ordered = update.orders.size();
    operations.words = update.words.size();
    operations.hasList = update.list.has_value();
    return operations;
}

std::string describe(const MirrorOperations& operations) {
    std::string text;
    const auto add = [&text](std::size_t count, const char* what) {
        if (count == 0) return;
        if (!text.empty()) text += ", ";
        text += std::to_string(count) + ' ' + what;
    };
    add(operations.removed, "removed");
    add(operations.made, "made");
    add(operations.changed, "changed");
    add(operations.ordered, "ordered");
    add(operations.words, "words");
    if (operations.hasList) text += text.empty() ? "list" : ", list";
    return text.empty() ? "none" : text;
}

void FrameLog::add(FrameRecord record) {
    record.number = ++count_;
    records_.push_back(std::move(record));
    if (records_.size() > kMostRecords) records_.pop_front();
}

void FrameLog::addTimes(platform::RoomTimes times) {
    if (!records_.empty()) records_.back().times.take(times);
}

} // namespace overlay
