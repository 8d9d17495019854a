// Effects: what the program asks of its host, which is the page, the desktop window or the tests' visitor. They concern
// the address bar, the clipboard, the title, the scroll position and the keyboard focus. All hosts (web/effects.js,
// platform/native/page.h, tests/unit/support/visitor.h) perform them in the same order, which tests/data/effects.json
// tests.
//
// Contract:
// 1. After each event and each frame the host takes the effects, and at once copies the text, changes the address and
//    sets the title, in this order. Copying comes first: a browser allows it only within the visitor's own click.
//    Of replaced addresses that follow each other quickly, the host may leave out all but the first and the last. A
//    browser goes back in its history later: the host keeps the changes that follow until it has. The program is not
//    told, since its state has that address already.
// 2. It keeps scroll position and focus until the next frame is drawn and its update applied, then scrolls and moves
//    the focus, in this order. Only then may the node exist and the page be high enough. Of several such effects the
//    last counts.
// 3. The program counts the focus as moved already: the host moves it without reporting that to the program.
#pragma once

#include "semantics/tree.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace platform {

/// How a change of the address moves in the history (history.h, web/effects.js).
enum class AddressStep : std::uint8_t {
    replace, // changes the address of the present entry
    push,    // adds an entry
    open,    // adds an entry for something over the page, which will be closed again
    /// What was opened is closed: goes back to the entry over which it was opened, which gets this address. Where
    /// entries were added since, to the first of them, so that they stay steps. Where the visit began with it, changes
    /// the address of that entry. In no case can Back lead to an entry in which it is open.
    close,
    /// The same, but goes back to that entry only where it has this address: what was changed stays a step.
    apply,
};

/// A change of the address bar.
struct AddressChange {
    AddressStep step = AddressStep::replace;
    std::string queryString; // without '?'
    bool operator==(const AddressChange&) const = default;
};

/// A text for the platform's way to share.
struct SharedText {
    std::string title;
    std::string text;
    bool operator==(const SharedText&) const = default;
};

struct FocusMove {
    semantics::NodeId node = semantics::kNoNode; // kNoNode: no node gets the focus
    bool scrollsIntoView = false;
    bool operator==(const FocusMove&) const = default;
};

struct Effects {
    std::optional<std::string> textToCopy;
    std::optional<SharedText> toShare;
    std::vector<AddressChange> addressChanges; // to be made in this order
    std::optional<std::string> documentTitle;
    /// What is to be kept on the visitor's device for this programme (explorer::formatKept); empty: forget it.
    std::optional<std::string> toKeep;
    std::optional<float> scrollPageTo; // the page's new scroll position, CSS px
    std::optional<FocusMove> focus;

    /// AddressStep::replace: another address of the newest entry, which may be one that these effects add.
    void changeAddress(AddressStep step, std::string queryString);
    [[nodiscard]] bool isEmpty() const;
    bool operator==(const Effects&) const = default;
};

/// Performs rule 1 of the contract. A Host has copyText(string), share(SharedText), changeAddress(AddressChange),
/// setTitle(string) and keep(string).
template <typename Host>
void performAtOnce(const Effects& effects, Host& host) {
    if (effects.textToCopy) host.copyText(*effects.textToCopy);
    if (effects.toShare) host.share(*effects.toShare);
    for (const AddressChange& change : effects.addressChanges) host.changeAddress(change);
    if (effects.documentTitle) host.setTitle(*effects.documentTitle);
    if (effects.toKeep) host.keep(*effects.toKeep);
}

/// The scroll position and the focus that wait for the next frame (rule 2 of the contract).
class DeferredEffects {
public:
    void add(const Effects& effects);
    [[nodiscard]] bool isEmpty() const { return !scrollPageTo_ && !focus_; }
    /// To be called after a frame whose update was applied. A Host has scrollPageTo(float) and moveFocus(FocusMove).
    template <typename Host>
    void performAfterFrame(Host& host) {
        const auto scrollTop = std::exchange(scrollPageTo_, std::nullopt);
        const auto focus = std::exchange(focus_, std::nullopt);
        if (scrollTop) host.scrollPageTo(*scrollTop);
        if (focus) host.moveFocus(*focus);
    }

private:
    std::optional<float> scrollPageTo_;
    std::optional<FocusMove> focus_;
};

/// The effects as JSON for the page: {"copy":"…", "share":["title","text"],
/// "address":[["push","defi=a"],["replace","q=b"]], "title":"…", "keep":"…", "scrollTop":0, "focus":[node,
/// scrollsIntoView]}. Members that are not set are left out.
[[nodiscard]] std::string toJson(const Effects& effects);

} // namespace platform
