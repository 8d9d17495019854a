#include "platform/common/application.h"

#include "explorer/handoff.h"
#include "explorer/visit.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "platform/common/far_cards.h"
#include "semantics/composite.h"
#include "ui/audit.h"
#include "ui/draw_surface.h"
#include "ui/frame.h"
#include "ui/parts.h"
#include "ui/screen.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace platform {

using explorer::Action;
using explorer::Step;
using semantics::NodeId;

namespace {

constexpr double kMillisecondsAMinute = 60'000;
constexpr double kTypingRest = 0.7; // seconds without a letter: typing has stopped
constexpr double kSpeakingTime = 4; // seconds in which a screen reader has picked an announcement up
constexpr double kMillisecondsADay = 24 * 60 * kMillisecondsAMinute;

template <typename T>
bool assignIfOther(T& target, const T& value) {
    if (target == value) return false;
    target = value;
    return true;
}

bool contains(const semantics::Rect& rect, float x, float y) {
    return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

} // namespace

struct Application::Parts {
    Parts(ui::FontSet fonts, Clock givenClock) : text(fonts), clock(std::move(givenClock)) {
        nothing.languages = {"fr"};
    }

    ui::TextEngine text;
    Clock clock;
    std::optional<programme::Programme> programme;
    programme::Programme nothing; // stands in where the file is wrong
    std::optional<search::Index> index;
    programme::LanguageIndex indexLanguage = 0;
    std::string calendarUrl; // in the index's language
    explorer::Facts facts;   // of the programme
    std::vector<programme::Problem> problems;
    std::vector<programme::Problem> warnings; // of the programme that is shown
    explorer::State state;
    explorer::Visit visit;
    bool isVisitStale = true;
    std::optional<programme::CivilTime> givenNow; // ?now=
    ui::Attention attention;
    std::optional<std::pair<float, float>> pointer;
    std::optional<ui::Frame::ShownTip> tip;      // of the last frame
    NodeId focusBeforeKeys = semantics::kNoNode; // where "?" came from
    std::vector<semantics::ScrollOffset> scrollOffsets;
    double panRemainder = 0; // days that a drag has moved since the last whole one
    ui::Viewport viewport;
    float scrollTopBefore = 0; // where the list was left for a page of its own
    NodeId focusBefore = semantics::kNoNode;
    std::optional<NodeId> focusAfterFrame;
    semantics::TabStops tabStops;
    bool hasTyped = false;                    // since the last frame
    std::optional<std::string> listSummary;   // of the last frame
    std::optional<double> announcementChange; // seconds of Viewport's clock: when it is to be said, or taken away
    std::unordered_map<NodeId, ui::Intent> intents;
    semantics::TreeBuilder builder;
    semantics::Tree tree;
    ui::CardList cards;
    FarCards farCards;
    std::optional<semantics::Tree> completeTree; // since it was asked for
    render::ShapeList shapes;
    ui::DrawSurface surface;
    Effects effects;
    std::string documentTitle;
    std::optional<ui::Audit> audit;

    programme::CivilTime now() const;
    std::string address(const explorer::State& of) const;
    bool isOnPageOfItsOwn(const explorer::State& of) const;
    const std::string& language() const { return (programme ? *programme : nothing).languages[state.language]; }
    void refreshVisit();
    void follow(const explorer::State& before);
    void keepFocus(const semantics::Tree& before);
    void attend();
    std::optional<explorer::ChallengeIndex> challengeAround(NodeId node) const;
    void announce();
    void moveFocus(NodeId node);
    bool isIn(NodeId region, NodeId node) const;
    ui::Theme theme() const {
        const ui::Theme& own = viewport.isDark ? ui::darkTheme() : ui::lightTheme();
        return viewport.accent == 0 ? own : ui::withAccent(own, viewport.accent);
    }
    ui::Model makeModel(const explorer::Handoff& handoff, programme::CivilTime moment) const;
    float drawPage(ImDrawList& drawList);
    std::vector<semantics::Node> describeFarCard(ui::Frame& frame, std::uint32_t place);
};

programme::CivilTime Application::Parts::now() const {
    if (givenNow) return *givenNow;
    return clock(programme->in(programme->timeZone));
}

std::string Application::Parts::address(const explorer::State& of) const {
    return explorer::formatQueryString(*programme, facts, of);
}

/// Whether that state fills the screen with something else than the overview (ui::drawScreen).
bool Application::Parts::isOnPageOfItsOwn(const explorer::State& of) const {
    return (of.challenge && !ui::isWide(viewport)) || (of.view == explorer::View::filters && ui::isPhone(viewport));
}

void Application::Parts::refreshVisit() {
    if (!index || indexLanguage != state.language) {
        index = search::Index::build(*programme, state.language);
        indexLanguage = state.language;
        calendarUrl = explorer::makeCalendarUrl(*programme, state.language);
        isVisitStale = true;
    }
    if (!isVisitStale) return;
    visit = explorer::makeVisit(*programme, *index, state);
    isVisitStale = false;
}

/// What a change of the state asks of the page: where it is scrolled to, what has the focus.
void Application::Parts::follow(const explorer::State& before) {
    isVisitStale = true;
    attention.copied = semantics::kNoNode;
    const bool was = isOnPageOfItsOwn(before);
    const bool is = isOnPageOfItsOwn(state);
    const bool isOther = before.challenge != state.challenge;
    if (is && (!was || isOther)) {
        if (!was) {
            scrollTopBefore = viewport.scrollTop;
            focusBefore = attention.focused;
        }
        effects.scrollPageTo = 0.0F;
        focusAfterFrame = state.challenge ? ui::detailCloseButton() : ui::filtersCloseButton();
    } else if (was && !is) {
        effects.scrollPageTo = scrollTopBefore;
        focusAfterFrame = focusBefore;
    } else if (!is && before.challenge && !state.challenge) {
        focusAfterFrame = focusBefore;
    } else if (!is && !before.challenge && state.challenge) {
        focusBefore = attention.focused;
    }
}

/// What had the focus is gone: it goes to what now stands at its place in the order.
void Application::Parts::keepFocus(const semantics::Tree& before) {
    if (focusAfterFrame) {
        if (*focusAfterFrame != semantics::kNoNode && tree.find(*focusAfterFrame) != nullptr) {
            effects.focus = *focusAfterFrame;
            attention.focused = *focusAfterFrame;
        }
        focusAfterFrame.reset();
        if (effects.focus) return;
    }
    if (attention.focused == semantics::kNoNode || tree.find(attention.focused) != nullptr) return;
    const auto isThere = [this](const semantics::Node& node) {
        return node.isInteractive && tree.find(node.id) != nullptr;
    };
    const auto place = std::ranges::find(before.nodes, attention.focused, &semantics::Node::id);
    const auto next = std::find_if(place, before.nodes.end(), isThere);
    const auto previous = std::find_if(std::make_reverse_iterator(place), before.nodes.rend(), isThere);
    attention.focused = next != before.nodes.end()        ? next->id
                        : previous != before.nodes.rend() ? previous->id
                                                          : semantics::kNoNode;
    effects.focus = attention.focused;
}

/// Says how many are left once what was chosen has changed the list; what is typed, once typing has stopped.
void Application::Parts::announce() {
    const std::string summary =
        programme::counted(programme::CountedWord::challenges, programme::interfaceLanguage(language()),
                           static_cast<std::int64_t>(visit.shown.size()));
    const bool isOther = listSummary && *listSummary != summary;
    const bool isWaiting = announcementChange && attention.announcement.empty();
    listSummary = summary;
    if (isOther || (hasTyped && isWaiting)) {
        attention.announcement.clear();
        announcementChange = viewport.seconds + (hasTyped ? kTypingRest : 0);
    }
    hasTyped = false;
    if (!announcementChange || viewport.seconds < *announcementChange) return;
    if (attention.announcement.empty()) {
        attention.announcement = summary;
        announcementChange = viewport.seconds + kSpeakingTime;
    } else {
        attention.announcement.clear();
        announcementChange.reset();
    }
}

/// By key: the ring shows, and it comes into view.
void Application::Parts::moveFocus(NodeId node) {
    attention.focused = node;
    attention.isFocusVisible = true;
    attention.dismissedTip = semantics::kNoNode;
    effects.focus = node;
    effects.scrollsToFocus = true;
    semantics::noteTabStop(tree, node, tabStops);
}

bool Application::Parts::isIn(NodeId region, NodeId node) const {
    const semantics::Node* around = tree.find(node);
    while (around != nullptr && around->id != region && around->id != semantics::kRootId)
        around = tree.find(around->parent);
    return around != nullptr && around->id == region;
}

/// Which challenge the pointer, or else the keyboard, is on.
void Application::Parts::attend() {
    attention.challenge.reset();
    for (const NodeId id : {attention.hovered, attention.isFocusVisible ? attention.focused : semantics::kNoNode}) {
        const auto found = intents.find(id);
        if (found == intents.end()) continue;
        const auto* action = std::get_if<Action>(&found->second);
        if (action == nullptr) continue;
        if (const auto* open = std::get_if<explorer::OpenChallenge>(action)) {
            attention.challenge = open->challenge;
            break;
        }
    }
    attention.focusedChallenge = challengeAround(attention.focused);
}

/// Whose card in the list the node stands in.
std::optional<explorer::ChallengeIndex> Application::Parts::challengeAround(NodeId node) const {
    const semantics::Node* around = cards.node == semantics::kNoNode ? nullptr : tree.find(node);
    while (around != nullptr && around->id != semantics::kRootId && around->parent != cards.node)
        around = tree.find(around->parent);
    if (around == nullptr) return std::nullopt;
    const auto card = std::ranges::find(cards.whole, around->id, &ui::WholeCard::item);
    if (card == cards.whole.end()) return std::nullopt;
    return cards.shown[card->place];
}

ui::Model Application::Parts::makeModel(const explorer::Handoff& handoff, programme::CivilTime moment) const {
    return {.programme = programme ? *programme : nothing,
            .facts = facts,
            .state = state,
            .visit = visit,
            .handoff = handoff,
            .now = moment,
            .words = programme::interfaceLanguage(language()),
            .attention = attention,
            .viewport = viewport,
            .scrollOffsets = scrollOffsets,
            .calendarUrl = calendarUrl};
}

float Application::Parts::drawPage(ImDrawList& drawList) {
    const programme::CivilTime moment = programme ? now() : programme::CivilTime{};
    const explorer::Handoff handoff =
        programme ? explorer::makeHandoff(*programme, state, moment) : explorer::Handoff{};
    const ui::Model model = makeModel(handoff, moment);
    builder.begin(language(), {0, 0, viewport.width, viewport.height});
    cards.node = semantics::kNoNode;
    cards.whole.clear();
    const ui::Theme colours = theme();
    ui::Frame frame(model, colours, text, builder, drawList, shapes, intents, cards);
    const float height = programme ? ui::drawScreen(frame) : ui::drawProblems(frame, problems);
    frame.setHeight(semantics::kRootId, height);
    frame.finish();
    tip = frame.shownTip();
    return height;
}

/// A small tree for itself, whose root is the list's item.
std::vector<semantics::Node> Application::Parts::describeFarCard(ui::Frame& frame, std::uint32_t place) {
    builder.begin(language(), cards.rectOf(place));
    builder.current().role = semantics::Role::listItem;
    ui::describeFarCard(frame, place);
    return builder.finish().nodes;
}

Application::Application(ui::FontSet fonts, Clock clock) : parts_(std::make_unique<Parts>(fonts, std::move(clock))) {}

Application::~Application() = default;

std::vector<programme::Problem> Application::load(std::string_view bytes, std::string_view queryString,
                                                  std::string_view preferredLanguage) {
    programme::ReadResult result = programme::read(bytes, {.unknownParts = programme::UnknownParts::areLeftOut});
    Parts& parts = *parts_;
    if (!result.programme) {
        if (!parts.programme) {
            parts.problems = result.problems;
            parts.nothing.languages = {std::string(preferredLanguage)};
        }
        return std::move(result.problems);
    }
    parts.programme = std::move(result.programme);
    parts.problems.clear();
    parts.warnings = std::move(result.warnings);
    parts.index.reset();
    parts.cards.heights.ofChallenges.clear();
    parts.cards.otherHeights.ofChallenges.clear();
    parts.farCards.forgetProgramme();
    parts.facts = explorer::makeFacts(*parts.programme);
    parts.givenNow = explorer::parseNow(queryString);
    const std::string primary(preferredLanguage.substr(0, preferredLanguage.find('-')));
    const auto language = parts.programme->findLanguage(preferredLanguage);
    const auto fallback = parts.programme->findLanguage(primary);
    parts.state = explorer::parseQueryString(*parts.programme, parts.facts, queryString,
                                             language.value_or(fallback.value_or(programme::LanguageIndex{0})));
    parts.isVisitStale = true;
    return {};
}

const std::vector<programme::Problem>& Application::warnings() const {
    return parts_->warnings;
}

bool Application::hasProgramme() const {
    return parts_->programme.has_value();
}

const programme::Programme& Application::programme() const {
    return *parts_->programme;
}

const explorer::State& Application::state() const {
    return parts_->state;
}

bool Application::dispatch(const Action& action) {
    Parts& parts = *parts_;
    if (!parts.programme) return false;
    explorer::Reduced reduced = explorer::reduce(*parts.programme, parts.facts, parts.state, action);
    if (reduced.state == parts.state) return false;
    const explorer::State before = std::exchange(parts.state, std::move(reduced.state));
    parts.follow(before);
    if (reduced.step == Step::push) parts.effects.urlToPush = parts.address(parts.state);
    if (reduced.step == Step::replace && !parts.effects.urlToPush)
        parts.effects.urlToReplace = parts.address(parts.state);
    return true;
}

bool Application::navigate(std::string_view queryString) {
    return dispatch(explorer::Navigate{std::string(queryString)});
}

bool Application::activate(NodeId node) {
    Parts& parts = *parts_;
    const auto found = parts.intents.find(node);
    if (found == parts.intents.end()) return false;
    const ui::Intent intent = found->second;
    if (const auto* action = std::get_if<Action>(&intent)) return dispatch(*action);
    if (const auto* copy = std::get_if<ui::CopyText>(&intent)) {
        parts.effects.textToCopy = copy->text;
        parts.attention.copied = node;
        return true;
    }
    const NodeId target = std::get<ui::GoTo>(intent).node;
    parts.effects.focus = target;
    parts.effects.scrollPageTo = std::max(0.0F, semantics::absoluteRect(parts.tree, target).y - 16);
    return true;
}

bool Application::type(NodeId node, std::string_view text) {
    const semantics::Node* field = parts_->tree.find(node);
    if (field == nullptr || field->role != semantics::Role::searchField) return false;
    parts_->hasTyped = true;
    return dispatch(explorer::SetQuery{std::string(text)});
}

bool Application::compose(std::string_view text) {
    return assignIfOther(parts_->attention.composition, std::string(text));
}

bool Application::setFocus(NodeId node, bool isVisible) {
    ui::Attention& attention = parts_->attention;
    semantics::noteTabStop(parts_->tree, node, parts_->tabStops);
    const bool isOther = attention.focused != node || attention.isFocusVisible != isVisible;
    if (attention.focused != node) attention.dismissedTip = semantics::kNoNode;
    attention.focused = node;
    attention.isFocusVisible = isVisible;
    return isOther;
}

bool Application::scroll(NodeId region, float x, float y) {
    for (semantics::ScrollOffset& offset : parts_->scrollOffsets) {
        if (offset.region != region) continue;
        return assignIfOther(offset, {region, x, y});
    }
    parts_->scrollOffsets.push_back({region, x, y});
    return true;
}

bool Application::movePointer(std::optional<std::pair<float, float>> position) {
    Parts& parts = *parts_;
    parts.pointer = position;
    ui::Attention& attention = parts.attention;
    // On a tooltip, or on the way to it, the pointer has not left what it belongs to.
    if (position && parts.tip && parts.tip->owner == attention.hovered &&
        contains(parts.tip->reach, position->first, position->second))
        return false;
    NodeId hovered = semantics::kNoNode;
    if (position) {
        hovered = semantics::hitTest(parts.tree, parts.scrollOffsets, parts.viewport.width, parts.viewport.height,
                                     position->first, position->second);
    }
    if (!assignIfOther(attention.hovered, hovered)) return false;
    attention.dismissedTip = semantics::kNoNode;
    return true;
}

bool Application::dismissTip() {
    Parts& parts = *parts_;
    return parts.tip && assignIfOther(parts.attention.dismissedTip, parts.tip->owner);
}

bool Application::drag(NodeId node, float dx, float zoom, float x) {
    Parts& parts = *parts_;
    const semantics::Node* plot = parts.tree.find(node);
    if (!parts.programme || plot == nullptr || !plot->isDraggable || plot->rect.width <= 0) return false;
    const explorer::Period period = explorer::shownPeriod(parts.facts, parts.state);
    const double days = static_cast<double>((period.last - period.first).count() + 1);
    const double daysPerPixel = days / static_cast<double>(plot->rect.width);
    bool isChanged = false;
    if (dx != 0) {
        // The period is whole days: what a slow drag has left over counts for its next step.
        parts.panRemainder -= static_cast<double>(dx) * daysPerPixel;
        const double whole = std::trunc(parts.panRemainder);
        parts.panRemainder -= whole;
        if (whole != 0) isChanged = dispatch(explorer::PanTimeline{whole});
    }
    if (zoom != 1 && zoom > 0) {
        const semantics::Rect rect =
            semantics::visibleRect(parts.tree, parts.scrollOffsets, parts.viewport.width, parts.viewport.height, node);
        const double anchor = static_cast<double>(period.first.time_since_epoch().count()) +
                              static_cast<double>(x - rect.x) * daysPerPixel;
        isChanged |= dispatch(explorer::ZoomTimeline{1.0 / static_cast<double>(zoom), anchor});
    }
    return isChanged;
}

bool Application::pressKey(NodeId node, std::string_view key) {
    Parts& parts = *parts_;
    if (!parts.programme) return false;
    if (key == "Escape") return dismissTip() || leaveKeysRegion() || closeInnermost();
    if (key.size() == 1) return parts.state.usesLetterKeys && pressLetter(node, key);
    const std::optional<NodeId> beside = semantics::memberBeside(parts.tree, node, key, parts.viewport.height);
    if (!beside) return false;
    parts.moveFocus(*beside);
    showInTimeline(*beside);
    return true;
}

bool Application::pressLetter(NodeId node, std::string_view key) {
    Parts& parts = *parts_;
    if (key == "+" || key == "-") return zoomByKey(node, key == "+" ? 1 / explorer::kZoomStep : explorer::kZoomStep);
    if (key == "/") {
        const auto isField = [](const semantics::Node& one) { return one.role == semantics::Role::searchField; };
        const auto field = std::ranges::find_if(parts.tree.nodes, isField);
        if (field == parts.tree.nodes.end()) return false;
        parts.moveFocus(field->id);
        return true;
    }
    if (key != "?" || parts.tree.find(ui::keysRegion()) == nullptr) return false;
    if (!parts.isIn(ui::keysRegion(), parts.attention.focused)) parts.focusBeforeKeys = parts.attention.focused;
    parts.moveFocus(ui::keysRegion());
    return true;
}

/// From the list of keys back to where "?" was pressed.
bool Application::leaveKeysRegion() {
    Parts& parts = *parts_;
    if (!parts.isIn(ui::keysRegion(), parts.attention.focused)) return false;
    const NodeId before = std::exchange(parts.focusBeforeKeys, semantics::kNoNode);
    if (parts.tree.find(before) == nullptr) return false;
    parts.moveFocus(before);
    return true;
}

bool Application::closeInnermost() {
    const explorer::State& state = parts_->state;
    if (state.milestone) return dispatch(explorer::ToggleMilestone{*state.milestone});
    if (state.challenge) return dispatch(explorer::CloseChallenge{});
    if (state.view != explorer::View::challenges) return dispatch(explorer::SetView{explorer::View::challenges});
    return false;
}

bool Application::zoomByKey(NodeId node, double factor) {
    Parts& parts = *parts_;
    const semantics::Node* member = parts.tree.find(node);
    const semantics::Node* plot = member == nullptr ? nullptr : parts.tree.find(member->composite);
    if (plot == nullptr || !plot->isDraggable) return false;
    const std::optional<explorer::Period> period = datesOf(node);
    if (!period) return false;
    dispatch(explorer::ZoomTimeline{factor, static_cast<double>(period->first.time_since_epoch().count())});
    return true;
}

/// Of the milestone or the challenge that the node opens.
std::optional<explorer::Period> Application::datesOf(NodeId node) const {
    const auto found = parts_->intents.find(node);
    const auto* action = found == parts_->intents.end() ? nullptr : std::get_if<Action>(&found->second);
    if (action == nullptr) return std::nullopt;
    const programme::Programme& programme = *parts_->programme;
    if (const auto* toggle = std::get_if<explorer::ToggleMilestone>(action)) {
        const programme::Milestone& milestone = programme.milestones[toggle->milestone];
        return explorer::Period{milestone.start.first, milestone.end.value_or(milestone.start).last};
    }
    if (const auto* open = std::get_if<explorer::OpenChallenge>(action)) {
        const programme::Challenge& challenge = programme.challenges[open->challenge];
        if (!challenge.start) return std::nullopt;
        return explorer::Period{challenge.start->first, challenge.end.value_or(*challenge.start).last};
    }
    return std::nullopt;
}

/// A member of the timeline that is not in the days shown: they move there.
void Application::showInTimeline(NodeId node) {
    const Parts& parts = *parts_;
    const std::optional<explorer::Period> dates = datesOf(node);
    if (!dates || !parts.state.period) return;
    const explorer::Period shown = *parts.state.period;
    if (dates->last >= shown.first && dates->first <= shown.last) return;
    const double room = static_cast<double>((shown.last - shown.first).count()) / 4;
    dispatch(explorer::PanTimeline{std::round(static_cast<double>((dates->first - shown.first).count()) - room)});
}

FrameResult Application::frame(const ui::Viewport& viewport) {
    Parts& parts = *parts_;
    parts.viewport = viewport;
    scroll(semantics::kRootId, 0, viewport.scrollTop);
    if (parts.programme) {
        parts.refreshVisit();
        parts.announce();
    }
    parts.attend();
    const bool isFar = std::abs(viewport.scrollTop - parts.attention.describedTop) > viewport.height / 2;
    if (viewport.isAttended && isFar) parts.attention.describedTop = viewport.scrollTop;

    ImDrawList& drawList = parts.surface.begin(viewport);
    parts.text.beginFrame(viewport.devicePixelRatio);
    parts.shapes.shapes.clear();
    parts.intents.clear();
    if (parts.audit) parts.audit->clear();
    FrameResult result;
    result.contentHeight = parts.drawPage(drawList);
    parts.surface.end();

    semantics::Tree before = std::exchange(parts.tree, parts.builder.finish());
    semantics::placeTabStops(parts.tree, parts.tabStops);
    result.update = semantics::diff(before, parts.tree);
    parts.completeTree.reset();
    const std::size_t challengeCount = parts.programme ? parts.programme->challenges.size() : 0;
    parts.farCards.follow(parts.tree, parts.cards, challengeCount, result.update);
    parts.keepFocus(before);
    parts.builder.recycle(std::move(before));
    // The page moved under a pointer that did not: what it is over may be another thing now.
    if (parts.pointer && movePointer(parts.pointer)) result.needsAnotherFrame = true;
    if (parts.programme) {
        const programme::Programme& programme = *parts.programme;
        std::string title(programme.in(programme.title, parts.state.language));
        if (parts.state.challenge) {
            title =
                std::string(programme.in(programme.challenges[*parts.state.challenge].title, parts.state.language)) +
                " · " + title;
        }
        if (assignIfOther(parts.documentTitle, title)) parts.effects.documentTitle = title;
    }
    return result;
}

semantics::Update Application::describeMore() {
    Parts& parts = *parts_;
    if (parts.farCards.isComplete() || parts.isVisitStale) return {};
    parts.completeTree.reset();
    const explorer::Handoff handoff;
    const ui::Model model = parts.makeModel(handoff, {});
    const ui::Theme colours = parts.theme();
    ui::Frame frame(model, colours, parts.text, parts.builder, parts.surface.list(), parts.shapes, parts.intents,
                    parts.cards);
    semantics::Update update;
    parts.farCards.beginSlice();
    while (const std::optional<std::uint32_t> place = parts.farCards.nextPlace(update))
        parts.farCards.tell(*place, parts.describeFarCard(frame, *place), update);
    return update;
}

bool Application::isComplete() const {
    return parts_->farCards.isComplete();
}

const semantics::Tree& Application::tree() const {
    return parts_->tree;
}

const semantics::Tree& Application::completeTree() const {
    Parts& parts = *parts_;
    if (!parts.farCards.hasAny()) return parts.tree;
    if (!parts.completeTree) parts.completeTree = parts.farCards.complete(parts.tree);
    return *parts.completeTree;
}

ImDrawData& Application::drawData() {
    return parts_->surface.data();
}

const render::ShapeList& Application::shapes() const {
    return parts_->shapes;
}

std::uint32_t Application::backgroundColour() const {
    return parts_->theme().background;
}

const std::vector<semantics::ScrollOffset>& Application::scrollOffsets() const {
    return parts_->scrollOffsets;
}

void Application::beginAudit() {
    parts_->audit.emplace();
    parts_->text.recordTo(&*parts_->audit);
}

std::vector<std::string> Application::undescribed() const {
    const Parts& parts = *parts_;
    if (!parts.audit) return {};
    return ui::findUndescribed(*parts.audit, completeTree(), parts.intents, parts.scrollOffsets, parts.viewport.width,
                               parts.viewport.height);
}

Effects Application::takeEffects() {
    return std::exchange(parts_->effects, {});
}

void Application::forgetText() {
    ImFontAtlasBuildDiscardBakes(ImGui::GetIO().Fonts, 0);
    parts_->text.forget();
}

double Application::millisecondsUntilChange() const {
    const Parts& parts = *parts_;
    double wait = kMillisecondsADay;
    if (parts.programme && !parts.givenNow) {
        const int minutes = explorer::minutesUntilChange(parts.programme->application, parts.now());
        wait = std::max(1000.0, static_cast<double>(minutes) * kMillisecondsAMinute);
    }
    if (!parts.announcementChange) return wait;
    return std::clamp(1000 * (*parts.announcementChange - parts.viewport.seconds) + 1, 1.0, wait);
}

} // namespace platform
