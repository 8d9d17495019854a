// Effects: what the program asks of its host, which is the page, the desktop window or the tests' visitor. They concern
// the address bar, the clipboard, the title, the scroll position and the keyboard focus. All hosts (web/effects.js,
// platform/native/page.h, tests/unit/support/visitor.h) perform them in the same order, which tests/data/effects.json
// tests.
//
// Contract:
// 1. After each event and each frame the host takes the effects, and at once copies the text, changes the address and
//    sets the title, in this order. Copying comes first: a browser allows it only within the visitor's own click.
//    Of replaced addresses that follow each other quickly, the host may leave out all but the first and the last.
// 2. It keeps scroll position and focus until the next frame is drawn and its update applied, then scrolls and moves
//    the focus, in this order. Only then may the node exist and the page be high enough. Of several such effects the
//    last counts.
// 3. The program counts the focus as moved already: the host moves it without reporting that to the program.
#pragma once

#include "semantics/tree.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace platform {

/// A change of the address bar.
struct AddressChange {
    bool isNewEntry = false; // true: adds an entry to the history; false: changes the address of the present one
    std::string queryString; // without '?'
    bool operator==(const AddressChange&) const = default;
};

struct FocusMove {
    semantics::NodeId node = semantics::kNoNode; // kNoNode: no node gets the focus
    bool scrollsIntoView = false;
    bool operator==(const FocusMove&) const = default;
};

struct Effects {
    std::optional<std::string> textToCopy;
    std::vector<AddressChange> addressChanges; // to be made in this order
    std::optional<std::string> documentTitle;
    std::optional<float> scrollPageTo; // the page's new scroll position, CSS px
    std::optional<FocusMove> focus;

    /// Asks for a new entry of the history.
    void pushAddress(std::string queryString);
    /// Asks for another address of the newest entry, which may be one that these effects add.
    void replaceAddress(std::string queryString);
    [[nodiscard]] bool isEmpty() const;
    bool operator==(const Effects&) const = default;
};

/// Performs rule 1 of the contract. A Host has copyText(string), pushAddress(string), replaceAddress(string) and
/// setTitle(string).
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

/// The effects as JSON for the page: {"copy":"…", "address":[["push","defi=a"],["replace","q=b"]], "title":"…",
/// "scrollTop":0, "focus":[node, scrollsIntoView]}. Members that are not set are left out.
[[nodiscard]] std::string toJson(const Effects& effects);

} // namespace platform
