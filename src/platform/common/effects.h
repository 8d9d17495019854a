// What the program asks of the surroundings that show it: the address bar, the clipboard, the title, the scroll
// position, the keyboard focus. The page (web/effects.js), the desktop window (platform/native/page.h) and the tests'
// visitor keep the one contract that performAtOnce() and performAfterFrame() write down; tests/data/effects.json holds
// all of them to it.
//
// Contract:
// 1. After each event and after each frame, the host takes the effects and performs the text to copy, the changes of
// the
//    address and the title at once, in this order. The copy comes first: a browser allows it only inside the visitor's
//    own click.
// 2. It keeps the scroll position and the focus until the next frame is drawn and its update is applied, and then
//    performs them in this order. What has the focus may be a node of that frame, and the page may be high enough only
//    then. Of several, the last counts.
// 3. The program knows the new focus already. The host moves it without telling the program.
#pragma once

#include "semantics/tree.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace platform {

/// A change of the address bar.
struct AddressChange {
    bool isNewEntry = false; // a new entry of the history; otherwise the present entry gets another address
    std::string queryString; // without '?'
    bool operator==(const AddressChange&) const = default;
};

struct FocusMove {
    semantics::NodeId node = semantics::kNoNode; // kNoNode: nothing has the focus any more
    bool scrollsIntoView = false;
    bool operator==(const FocusMove&) const = default;
};

struct Effects {
    std::optional<std::string> textToCopy;
    std::vector<AddressChange> addressChanges; // to be made in this order
    std::optional<std::string> documentTitle;
    std::optional<float> scrollPageTo; // CSS px of the page above the viewport's upper edge
    std::optional<FocusMove> focus;

    /// A new entry of the history.
    void pushAddress(std::string queryString);
    /// Another address for the newest entry, be it one of these effects' own.
    void replaceAddress(std::string queryString);
    [[nodiscard]] bool isEmpty() const;
    bool operator==(const Effects&) const = default;
};

/// Performs the steps of the contract's rule 1. A Host has copyText(string), pushAddress(string),
/// replaceAddress(string) and setTitle(string).
template <typename Host>
void performAtOnce(const Effects& effects, Host& host) {
    if (effects.textToCopy) host.copyText(*effects.textToCopy);
    for (const AddressChange& change : effects.addressChanges) {
        if (change.isNewEntry) {
            host.pushAddress(change.queryString);
        } else {
            host.replaceAddress(change.queryString);
        }
    }
    if (effects.documentTitle) host.setTitle(*effects.documentTitle);
}

/// The scroll position and the focus that wait for the next frame (the contract's rule 2).
class DeferredEffects {
public:
    void add(const Effects& effects);
    [[nodiscard]] bool isEmpty() const { return !scrollPageTo_ && !focus_; }
    /// To be called after a frame, when its update is applied. A Host has scrollPageTo(float) and moveFocus(FocusMove).
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

/// The effects as JSON for the page: {"copy":"…", "address":[["push","defi=a"],["replace","q=b"]], "title":"…",
/// "scrollTop":0, "focus":[node, scrollsIntoView]}. A member that asks for nothing is left out; "{}" where none does.
[[nodiscard]] std::string toJson(const Effects& effects);

} // namespace platform
