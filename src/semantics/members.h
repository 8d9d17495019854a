// The table of the members of a Node that are sent to the mirror, with their keys in the JSON. diff() and apply(), the
// update's JSON and the types in web/semantics.js are all derived from it.
//
// To add a member: a line in Node, a row here and a writer in web/mirror.js. For a new type also an appendValue() in
// json.cpp and a branch of describeType() in javascript.cpp.
#pragma once

#include "semantics/diff.h"

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace semantics {

/// A row for a member of Node. The default value is that of Node{}.
template <typename MemberValue>
struct NodeMember {
    using Value = MemberValue;
    MemberValue Node::*pointer;
    Field field;           // the group with which it is compared and written
    std::string_view key;  // its key in the update's JSON
    std::string_view note; // a comment for the type in web/semantics.js
    [[nodiscard]] constexpr const Value& of(const Node& node) const { return node.*pointer; }
    [[nodiscard]] constexpr Value& of(Node& node) const { return node.*pointer; }
};
template <typename Value>
NodeMember(Value Node::*, Field, std::string_view, std::string_view) -> NodeMember<Value>;

/// A row for a member of Node::textStyle.
template <typename MemberValue>
struct TextStyleMember {
    using Value = MemberValue;
    MemberValue TextStyle::*pointer;
    Field field;
    std::string_view key;
    std::string_view note;
    [[nodiscard]] constexpr const Value& of(const Node& node) const { return node.textStyle.*pointer; }
    [[nodiscard]] constexpr Value& of(Node& node) const { return node.textStyle.*pointer; }
};
template <typename Value>
TextStyleMember(Value TextStyle::*, Field, std::string_view, std::string_view) -> TextStyleMember<Value>;

/// In the order in which they are written.
inline constexpr std::tuple kNodeMembers{
    NodeMember{&Node::role, kFieldRole, "role", "a changed role makes another element: all members follow"},
    NodeMember{&Node::name, kFieldName, "name", ""},
    NodeMember{&Node::description, kFieldDescription, "description", ""},
    NodeMember{&Node::value, kFieldValue, "value", "the text of a field or a slider"},
    NodeMember{&Node::sliderLeast, kFieldValue, "least", "of a slider; so are the next two"},
    NodeMember{&Node::sliderMost, kFieldValue, "most", ""},
    NodeMember{&Node::sliderNow, kFieldValue, "now", ""},
    NodeMember{&Node::placeholder, kFieldPlaceholder, "placeholder", ""},
    NodeMember{&Node::href, kFieldLink, "href", ""},
    NodeMember{&Node::linkLanguage, kFieldLink, "linkLanguage", "BCP 47 of the link's target"},
    NodeMember{&Node::download, kFieldLink, "download", "file name: the link saves its target instead of navigating"},
    NodeMember{&Node::opensNewTab, kFieldLink, "newTab", ""},
    NodeMember{&Node::isLeftToBrowser, kFieldLink, "browser", "the browser follows the link, not the program"},
    NodeMember{&Node::language, kFieldLanguage, "language", "BCP 47"},
    NodeMember{&Node::level, kFieldStates, "level", "1 to 6; 0: none"},
    NodeMember{&Node::pressed, kFieldStates, "pressed", ""},
    NodeMember{&Node::checked, kFieldStates, "checked", ""},
    NodeMember{&Node::expanded, kFieldStates, "expanded", ""},
    NodeMember{&Node::current, kFieldStates, "current", ""},
    NodeMember{&Node::isInert, kFieldStates, "inert", "it lies below a dialog"},
    NodeMember{&Node::isDisabled, kFieldStates, "disabled", ""},
    NodeMember{&Node::isInteractive, kFieldStates, "interactive", ""},
    NodeMember{&Node::isSkippedByTab, kFieldStates, "skipTab", ""},
    NodeMember{&Node::isHiddenFromPointer, kFieldStates, "noPointer",
               "only the keyboard and assistive technology reach it"},
    NodeMember{&Node::isDecorative, kFieldStates, "decorative", ""},
    NodeMember{&Node::isDraggable, kFieldStates, "draggable", ""},
    NodeMember{&Node::composite, kFieldComposite, "composite", "the widget whose member this is; 0: none"},
    NodeMember{&Node::companionOf, kFieldComposite, "companionOf", "the member whose companion this is; 0: none"},
    NodeMember{&Node::rect, kFieldRect, "rect", "x and y from the parent's corner, width, height"},
    NodeMember{&Node::stick, kFieldStick, "stick", "the edge of its scroll container at which it stays"},
    NodeMember{&Node::stickOffset, kFieldStick, "stickOffset", "from that edge"},
    NodeMember{&Node::scrollAxes, kFieldScroll, "scrollAxes", "1: horizontal, 2: vertical, 3: both, 0: none"},
    NodeMember{&Node::contentWidth, kFieldScroll, "contentWidth", ""},
    NodeMember{&Node::contentHeight, kFieldScroll, "contentHeight", ""},
    TextStyleMember{&TextStyle::size, kFieldText, "fontSize", ""},
    TextStyleMember{&TextStyle::weight, kFieldText, "fontWeight", ""},
    TextStyleMember{&TextStyle::lineHeight, kFieldText, "lineHeight", ""},
    TextStyleMember{&TextStyle::tracking, kFieldText, "tracking", "added to each character's advance"},
    TextStyleMember{&TextStyle::wordSpacing, kFieldText, "wordSpacing", "added to each space's advance"},
    TextStyleMember{&TextStyle::hasTabularFigures, kFieldText, "tabular", ""},
    NodeMember{&Node::lines, kFieldText, "lines",
               "one for each painted line; ends with a space where the line was broken at one"},
    NodeMember{&Node::isCut, kFieldText, "cut", "the end of the last line is not painted, for want of room"},
    NodeMember{&Node::colour, kFieldColour, "colour",
               "of the text as painted, #rrggbb or #rrggbbaa; empty: not painted"},
    NodeMember{&Node::sign, kFieldSign, "sign", "shown in place of the node's picture where nothing is painted"},
};

/// Calls `visit` with each row, in order.
template <typename Visit>
constexpr void forEachMember(Visit&& visit) {
    std::apply([&](const auto&... members) { (visit(members), ...); }, kNodeMembers);
}

namespace detail {

/// Converts to any type; only for unevaluated contexts.
struct Anything {
    template <typename T>
    operator T() const;
};

/// The number of the aggregate's members: the largest number of initialisers that it accepts.
template <typename Aggregate, typename... Initialisers>
[[nodiscard]] consteval std::size_t countMembers() {
    if constexpr (requires { Aggregate{Initialisers{}..., Anything{}}; }) {
        return countMembers<Aggregate, Initialisers..., Anything>();
    } else {
        return sizeof...(Initialisers);
    }
}

template <template <typename> typename Row>
[[nodiscard]] consteval std::size_t countRows() {
    std::size_t count = 0;
    forEachMember([&](const auto& member) {
        using Member = std::remove_cvref_t<decltype(member)>;
        count += std::is_same_v<Member, Row<typename Member::Value>> ? 1 : 0;
    });
    return count;
}

static_assert(countRows<TextStyleMember>() == countMembers<TextStyle>(), "a row for each member of TextStyle");
static_assert(countRows<NodeMember>() + 3 == countMembers<Node>(),
              "a row for each member of Node but textStyle, id and parent");

} // namespace detail

} // namespace semantics
