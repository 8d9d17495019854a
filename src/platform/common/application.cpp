#include "platform/common/application.h"

#include "explorer/url.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace platform {

using explorer::Step;
using semantics::NodeId;

namespace {

constexpr double kMillisecondsADay = 24.0 * 60 * 60 * 1000;

/// Unknown parts of a newer format are ignored (docs/programme-file.md).
programme::ReadResult readForPage(std::string_view bytes, [[maybe_unused]] RoomTimes& times) {
    const RoomTimer timer(times, Room::programme);
    return programme::read(bytes, {.unknownParts = programme::UnknownParts::areLeftOut});
}

/// None where the address stays.
std::optional<AddressStep> addressStepOf(Step step) {
    switch (step) {
    case Step::none:
        return std::nullopt;
    case Step::replace:
        return AddressStep::replace;
    case Step::push:
        return AddressStep::push;
    case Step::open:
        return AddressStep::open;
    case Step::close:
        return AddressStep::close;
    case Step::apply:
        return AddressStep::apply;
    }
    return std::nullopt;
}

} // namespace

Application::Application(ui::FontSet fonts, Clock clock, explorer::ZoneClock zones)
    : clock_(std::move(clock)), zones_(std::move(zones)),
      session_(std::make_unique<Session>(std::vector<programme::DescribedProblem>(), clock_, "fr")),
      description_(fonts) {}

// ── The programme ──

std::vector<programme::Problem> Application::load(std::string_view bytes, std::string_view queryString,
                                                  std::string_view preferredLanguage) {
    programme::ReadResult file = readForPage(bytes, times_);
    if (file.programme) {
        warnings_ = std::move(file.warnings);
        begin(std::move(*file.programme), queryString, preferredLanguage);
    } else if (!session_->hasProgramme()) {
        const programme::InterfaceLanguage language = programme::interfaceLanguage(preferredLanguage);
        show(std::make_unique<Session>(programme::describeAll(file.problems, language), clock_, preferredLanguage));
    }
    return std::move(file.problems);
}

std::vector<programme::Problem> Application::reload(std::string_view bytes) {
    programme::ReadResult file = readForPage(bytes, times_);
    if (!file.programme) return std::move(file.problems);
    warnings_ = std::move(file.warnings);
    goOnWith(std::move(*file.programme));
    return {};
}

Application::Verdict Application::loadOnly(std::string_view bytes, std::string_view queryString,
                                           std::string_view preferredLanguage) {
    programme::ShownFile file = programme::readToShow(bytes);
    if (!file.programme) return Verdict::wrong;
    begin(std::move(*file.programme), queryString, preferredLanguage);
    return file.hasUnknownParts ? Verdict::goodButInPart : Verdict::good;
}

Application::Verdict Application::reloadOnly(std::string_view bytes) {
    programme::ShownFile file = programme::readToShow(bytes);
    if (!file.programme) return Verdict::wrong;
    goOnWith(std::move(*file.programme));
    return file.hasUnknownParts ? Verdict::goodButInPart : Verdict::good;
}

void Application::begin(programme::Programme programme, std::string_view queryString,
                        std::string_view preferredLanguage) {
    show(std::make_unique<Session>(std::move(programme), clock_, queryString, preferredLanguage, zones_));
    attention_.beginVisit();
}

/// Another version of the file.
void Application::goOnWith(programme::Programme programme) {
    auto session = std::make_unique<Session>(std::move(programme), clock_, "", session_->language(), zones_);
    session->continueVisit(*session_);
    const std::string addressBefore = session_->hasProgramme() ? session_->address() : std::string();
    show(std::move(session));
    std::string address = session_->address();
    if (address != addressBefore) effects_.changeAddress(AddressStep::replace, std::move(address));
}

void Application::show(std::unique_ptr<Session> session) {
    reasons_.note("programme", true);
    session_ = std::move(session);
    attention_.forgetSession();
    description_.forgetSession();
}

// ── Events ──

bool Application::dispatch(const explorer::Action& action) {
    return dispatch(action, semantics::kNoNode);
}

/// `source`: what was activated, or had the focus when a key was pressed.
bool Application::dispatch(const explorer::Action& action, NodeId source) {
    const std::optional<Session::Change> change = session_->dispatch(action);
    if (!change) return false;
    reasons_.note("state", true);
    (timeline().isInGesture() ? hasMovedTimeline_ : hasOtherChange_) = true;
    const bool isNavigation = std::holds_alternative<explorer::Navigate>(action);
    attention_.followChange(change->before, *session_, description_, source, isNavigation);
    if (const auto step = addressStepOf(change->step)) effects_.changeAddress(*step, session_->address());
    keepShortlist(change->before);
    return true;
}

/// Asks the platform to store or to forget what is kept, where the visitor has changed it.
void Application::keepShortlist(const explorer::State& before) {
    using explorer::Keeping;
    const explorer::State& state = session_->state();
    const bool isOn = state.keeping == Keeping::isOn;
    const bool wasOn = before.keeping == Keeping::isOn;
    const bool isOther = before.shortlist != state.shortlist;
    if (isOn && (before.keeping == Keeping::isOffered || (wasOn && isOther)))
        effects_.toKeep = explorer::formatKept(session_->programme(), state);
    if (wasOn && state.keeping == Keeping::isOffered) effects_.toKeep = std::string();
}

bool Application::offerKeeping(bool isOffered, std::string_view kept) {
    return dispatch(explorer::OfferKeeping{isOffered, kept});
}

bool Application::navigate(std::string_view queryString, bool isOurs) {
    return dispatch(explorer::Navigate{queryString, isOurs});
}

bool Application::activate(NodeId node) {
    const ui::Intent* found = description_.intentOf(node);
    if (found == nullptr) return false;
    const ui::Intent intent = *found;
    // The tooltip closes, unless it is the answer: then it is shown also where it was closed before.
    const bool isAnsweredByTip =
        std::holds_alternative<ui::CopyText>(intent) || std::holds_alternative<ui::ShowTip>(intent);
    attention_.noteActivated(isAnsweredByTip ? semantics::kNoNode : node);
    if (const auto* action = std::get_if<explorer::Action>(&intent)) return dispatch(*action, node);
    if (const auto* copy = std::get_if<ui::CopyText>(&intent)) {
        effects_.textToCopy = copy->text;
        attention_.noteCopied(node, copy->announcement);
        return reasons_.note("copied", true);
    }
    if (const auto* share = std::get_if<ui::ShareText>(&intent)) {
        effects_.toShare = SharedText{share->title, share->text};
        return false;
    }
    if (std::holds_alternative<ui::ShowTip>(intent)) {
        attention_.noteAskedTip(node);
        return reasons_.note("tip", true);
    }
    if (const auto* keys = std::get_if<ui::ShowKeys>(&intent)) return attention_.showKeys(keys->isOpen);
    attention_.goTo(description_, std::get<ui::GoTo>(intent).node, effects_);
    return reasons_.note("focus", true);
}

bool Application::type(NodeId node, std::string_view text) {
    const semantics::Node* field = tree().find(node);
    if (field == nullptr || field->role != semantics::Role::searchField) return false;
    attention_.noteTyping();
    return dispatch(explorer::SetQuery{text}, node);
}

bool Application::setFocus(NodeId node, bool isVisible) {
    return reasons_.note("focus", attention_.setFocus(description_, node, isVisible));
}

bool Application::scroll(NodeId region, float x, float y) {
    return reasons_.note("region scrolled", description_.setScrollOffset({region, x, y}));
}

bool Application::movePointer(std::optional<std::pair<float, float>> position) {
    return reasons_.note("pointer", attention_.movePointer(description_, position));
}

bool Application::drag(NodeId node, float dx, float zoom, float x, Drag kind, double seconds) {
    if (attention_.dragRow(description_, node, dx, x)) return reasons_.note("row dragged", true);
    const auto drawn = timeline().shown().drawn;
    bool isChanged = false;
    for (const explorer::Action& action : timeline().drag(*session_, description_, node, dx, zoom, x, kind, seconds))
        isChanged |= dispatch(action);
    timeline().endEvent();
    return reasons_.note("window drawn", timeline().shown().drawn != drawn) || isChanged;
}

bool Application::endDrag(double seconds, bool isCancelled) {
    if (const NodeId handle = attention_.dropRow(); handle != semantics::kNoNode)
        return reasons_.note("row dropped", isCancelled || activate(handle) || true);
    const bool hadDrawn = timeline().shown().drawn.has_value();
    const std::optional<explorer::Action> action = timeline().endDrag(*session_, seconds, isCancelled);
    const bool isChanged = action && dispatch(*action);
    return reasons_.note("window drawn", hadDrawn) || isChanged || reasons_.note("inertia", timeline().isMoving());
}

bool Application::zoomAt(NodeId node, float x, bool isOut) {
    const std::optional<explorer::Action> action = timeline().zoomAt(*session_, description_, node, x, isOut);
    return action && dispatch(*action);
}

bool Application::noteScroll(double seconds, bool isCommand) {
    timeline().noteScroll(seconds, isCommand);
    return reasons_.note("hint", timeline().hintEnd().has_value());
}

bool Application::pressKey(NodeId node, std::string_view key, bool isRepeated) {
    timeline().noteKey(isRepeated);
    const KeyAnswer answer = attention_.pressKey(*session_, description_, node, key, effects_);
    if (answer.action) dispatch(*answer.action, node);
    timeline().endEvent();
    return reasons_.note("key", answer.isTaken);
}

// ── Frames ──

FrameResult Application::frame(const ui::Viewport& viewport) {
    noteViewport(viewport);
    session_->placeHome(ui::isPhone(viewport));
    if (const auto action = timeline().advance(*session_, viewport.seconds, viewport.hasReducedMotion))
        dispatch(*action);
    timeline().endEvent();
    session_->refresh();
    attention_.prepareFrame(*session_, description_, viewport);
    // While one moves the timeline its picture follows in each frame, the nodes some times in a second.
    const bool mayBeLate = std::exchange(hasMovedTimeline_, false) && !hasOtherChange_ && !viewport.hasReducedMotion;
    hasOtherChange_ = false;
    Description::Drawn drawn =
        description_.draw(*session_, attention_.shown(), viewport, attention_.tabStops(), mayBeLate);
    FrameResult result{std::move(drawn.update), false, drawn.contentHeight, false};
    result.needsAnotherFrame = attention_.finishFrame(*session_, description_, effects_);
    result.isMoving = description_.isMoving() || timeline().isMoving() || attention_.isScrolling();
    if (session_->hasProgramme()) {
        std::string title = session_->documentTitle();
        if (title != documentTitle_) effects_.documentTitle = title;
        documentTitle_ = std::move(title);
    }
#ifdef CE_DEBUG
    lastReasons_ = reasons_.take();
    if (result.isMoving) reasons_.note("motion", true);
    timerSeconds_ = viewport.seconds + millisecondsUntilChange() / 1000;
    if (result.needsAnotherFrame) reasons_.note("other node under the pointer", true);
#endif
    return result;
}

/// Why a frame is drawn that no event has asked for.
void Application::noteViewport([[maybe_unused]] const ui::Viewport& viewport) {
#ifdef CE_DEBUG
    const ui::Viewport& before = description_.viewport();
    reasons_.note("first", before == ui::Viewport{});
    reasons_.note("scrolled", viewport.scrollTop != before.scrollTop);
    reasons_.note("size", viewport.width != before.width || viewport.height != before.height ||
                              viewport.visibleHeight != before.visibleHeight ||
                              viewport.devicePixelRatio != before.devicePixelRatio);
    reasons_.note("theme", viewport.isDark != before.isDark || viewport.accent != before.accent);
    ui::Viewport rest = viewport; // as before, but for what has no reason of its own
    rest.scrollTop = before.scrollTop;
    rest.width = before.width;
    rest.height = before.height;
    rest.visibleHeight = before.visibleHeight;
    rest.devicePixelRatio = before.devicePixelRatio;
    rest.isDark = before.isDark;
    rest.accent = before.accent;
    rest.seconds = before.seconds;
    reasons_.note("preferences", rest != before);
    if (before.seconds > 0 && viewport.seconds >= timerSeconds_) reasons_.note("timer", true);
#endif
}

#ifdef CE_DEBUG
RoomTimes Application::takeRoomTimes() {
    RoomTimes times;
    times.take(times_);
    times.take(session_->roomTimes());
    times.take(description_.roomTimes());
    return times;
}
#endif

semantics::Update Application::describeMore() {
    if (session_->isStale()) return {};
    if (!session_->hasAllWords()) {
        session_->readMoreWords();
        return {};
    }
    return description_.describeMore(*session_, attention_.shown());
}

const std::vector<semantics::ScrollOffset>& Application::scrollOffsets() const {
    return description_.scrollOffsets();
}

double Application::millisecondsUntilChange() const {
    const double wait = session_->millisecondsUntilChange().value_or(kMillisecondsADay);
    double least = wait;
    for (const std::optional<double>& change :
         {attention_.announcementChange(), attention_.timeline().hintEnd(), description_.updateDue()}) {
        if (change) least = std::min(least, std::max(1.0, 1000 * (*change - description_.viewport().seconds) + 1));
    }
    return least;
}

} // namespace platform
