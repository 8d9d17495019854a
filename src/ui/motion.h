// Motion on the screen: values that go from where they are to where they belong, in a fifth of a second. Only what is
// painted moves. Nodes, hit tests and focus have their final places at once, so that no input waits for a motion.
//
// A Motion is kept between frames, outside the state; platform::Description owns it and gives it to each ui::Frame,
// whose functions animate(), appear() and leaving() the screens use. Viewport::seconds is its clock. A frame tells by
// isRunning() whether a motion is under way, so that the platform draws the next one with the display's next refresh;
// after the end there is none.
//
// A motion can be interrupted: with another target a value starts from where it was painted last. A frame is *still* if
// all values are at their targets at once: the first one of a page, one with another geometry or language, and every
// one while the visitor prefers reduced motion or sees the mirror instead of the canvas.
#pragma once

#include "semantics/node.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ui {

/// What of a node moves. Each property of a node is a value of its own.
enum class Property : std::uint8_t { x, y, width, height, opacity, first, last };

/// A thing that is not there any more and still fades out.
struct Leaving {
    std::uint64_t key = 0;
    float opacity = 0; // 0…1
};

class Motion {
public:
    static constexpr double kSeconds = 0.2; // from one place to the other, on a whole
    /// The first frame of a motion shows it as far as a display's refresh later: what the visitor did is seen at once.
    static constexpr double kLead = 1.0 / 60;

    /// Begins a frame. `seconds`: Viewport::seconds. A clock that went back counts as standing still.
    void begin(double seconds, bool isStill);
    /// Ends the frame: forgets what it did not ask for.
    void end();
    /// Whether a value was not yet at its target in the last frame.
    [[nodiscard]] bool isRunning() const { return isRunning_; }
    /// Whether the frame shows all values at their targets.
    [[nodiscard]] bool isStill() const { return isStill_; }

    /// The value to paint with in this frame, on its way to `target`. A value that the last frame did not ask for
    /// starts at `start`, or where that is not given at the target.
    [[nodiscard]] float animate(semantics::NodeId node, Property property, float target,
                                std::optional<float> start = std::nullopt);
    /// The value goes to `target` at once: it follows the pointer. Returns `target`.
    float place(semantics::NodeId node, Property property, float target);
    /// Where the value was painted in the last frame; nothing where it was not asked for.
    [[nodiscard]] std::optional<float> painted(semantics::NodeId node, Property property) const;
    /// Adds `distance` to all values of that property, where the page is scrolled below them: on the screen they stay.
    void shift(Property property, float distance);

    /// The opacity of a thing that is there: it goes from 0 to 1 where the thing was not there in the last frame and
    /// its group was. `group`: a node that stands for all things that come and go together.
    [[nodiscard]] float appear(semantics::NodeId group, std::uint64_t key);
    /// The things of the group that are not there any more and still fade out, in the order in which they came. To be
    /// called once in a frame, after appear() of all that are there.
    [[nodiscard]] std::vector<Leaving> leaving(semantics::NodeId group);

private:
    struct Track {
        semantics::NodeId owner = semantics::kNoNode; // the node, or the group
        std::uint64_t key = 0;                        // the property, or the thing's key and kThing
        float from = 0, to = 0, painted = 0;
        double begin = 0; // seconds
        bool isAsked = false;
    };
    struct Group {
        semantics::NodeId node = semantics::kNoNode;
        bool isAsked = false;
        bool isNew = true; // drawn for the first time: all its things are there from the start
    };
    Group& ask(semantics::NodeId group);
    [[nodiscard]] Track* find(semantics::NodeId owner, std::uint64_t key);
    Track& require(semantics::NodeId owner, std::uint64_t key, float start);
    float follow(Track& track, float target);

    std::vector<Track> tracks_;
    std::vector<Group> groups_;
    std::size_t next_ = 0; // where a track is looked for first: frames mostly ask in the same order
    double seconds_ = 0;
    bool isStill_ = true;
    bool isRunning_ = false;
};

} // namespace ui
