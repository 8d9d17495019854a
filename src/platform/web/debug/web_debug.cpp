#include "platform/web/debug/web_debug.h"

#include "imgui.h"

#include <array>
#include <utility>

namespace platform {

namespace {

struct Word {
    std::string_view word;
    VisitVerb verb;
};

/// The steps that a page tells of. The others follow from the frames' viewport.
constexpr std::array<Word, 10> kWords = {{{"click", VisitVerb::click},
                                          {"focus", VisitVerb::focus},
                                          {"key", VisitVerb::key},
                                          {"type", VisitVerb::type},
                                          {"pointer", VisitVerb::pointer},
                                          {"leave", VisitVerb::leave},
                                          {"scroll-region", VisitVerb::scrollRegion},
                                          {"drag", VisitVerb::drag},
                                          {"navigate", VisitVerb::navigate},
                                          {"reload", VisitVerb::reload}}};

float number(double value) {
    return static_cast<float>(value);
}

} // namespace

WebDebug::WebDebug(WebProgram& program, int fontHost)
    : program_(program), fonts_{&clusters_, fontHost, true},
      overlay_([this](ImFontAtlas& atlas) { return addCanvasFonts(atlas, fonts_).byWeight[0]; }) {
    program_.onFrame = [this](const FrameResult& result, bool isDrawn) { follow(result, isDrawn); };
    overlay_.setOpen(true);
}

WebDebug::~WebDebug() {
    program_.onFrame = nullptr;
}

void WebDebug::follow(const FrameResult& result, bool isDrawn) {
    Application& application = program_.application();
    if (!recorder_) {
        recorder_.emplace(visit_, Visit{.programme = "programme.json",
                                        .language = application.session().language(),
                                        .query = application.session().address(),
                                        .steps = {}});
    }
    noteViewport();
    Surface* surface = program_.surface();
    const render::Renderer::Counters counters = surface && isDrawn ? surface->counters() : render::Renderer::Counters{};
    overlay_.noteFrame(application, result.update, counters.drawCalls, counters.bytes());
    RoomTimes times;
    times.take(program_.roomTimes());
    overlay_.log().addTimes(times);
    // The surface leaves a canvas alone that shows the frame already: what lies over it is another one.
    repaint(program_.view().seconds);
}

void WebDebug::repaint(double seconds) {
    program_.repaint();
    RoomTimes ofOverlay; // is no part of the page's
    ofOverlay.take(program_.roomTimes());
    paintOverlay(seconds);
}

void WebDebug::paintOverlay(double seconds) {
    ImDrawData& drawData = overlay_.paint(program_.application(), seconds);
    Surface* surface = program_.surface();
    if (!surface) return;
    surface->drawOver(drawData, [this](ImTextureData& texture) { paintGlyphs(fonts_, texture); });
}

void WebDebug::noteMirrorTime(double milliseconds) {
    RoomTimes times;
    times.add(Room::mirror, milliseconds);
    overlay_.log().addTimes(times);
}

// ── The visit ──

void WebDebug::note(const VisitStep& step) {
    if (!recorder_) return;
    Application& application = program_.application();
    const ViewRecord& view = program_.view();
    const RecordedPage page{application.tree(), application.scrollOffsets(),
                            number(view.canvasWidth / view.devicePixelRatio), number(view.height)};
    recorder_->add(step, page, view.seconds);
}

/// What has changed of the viewport since the last frame.
void WebDebug::noteViewport() {
    const ViewRecord before = std::exchange(noted_, program_.view());
    const ViewRecord& view = noted_;
    const auto width = [](const ViewRecord& of) { return of.canvasWidth / of.devicePixelRatio; };
    const bool isFirst = before.devicePixelRatio == 0;
    if (isFirst || width(before) != width(view) || before.height != view.height)
        note({.verb = VisitVerb::resize, .numbers = {number(width(view)), number(view.height)}});
    if (before.devicePixelRatio != view.devicePixelRatio)
        note({.verb = VisitVerb::scale, .numbers = {number(view.devicePixelRatio)}});
    if (isFirst || before.rootFontSize != view.rootFontSize)
        note({.verb = VisitVerb::fontSize, .numbers = {number(view.rootFontSize)}});
    if (before.isDark != view.isDark) note({.verb = VisitVerb::dark, .numbers = {number(view.isDark)}});
    if (before.hasCoarsePointer != view.hasCoarsePointer)
        note({.verb = VisitVerb::coarsePointer, .numbers = {number(view.hasCoarsePointer)}});
    if (isFirst) note({.verb = VisitVerb::browserField, .numbers = {1}});
    if (before.scrollTop != view.scrollTop) note({.verb = VisitVerb::scroll, .numbers = {number(view.scrollTop)}});
}

void WebDebug::noteStep(std::string_view verb, semantics::NodeId node, std::string_view text, float x, float y,
                        float dx, float dy) {
    for (const Word& row : kWords) {
        if (row.word != verb) continue;
        VisitStep step{.verb = row.verb, .target = {}, .text = std::string(text), .numbers = {x, y, dx, dy}};
        if (node != semantics::kNoNode) step.target = nameVisitTarget(program_.application().tree(), node);
        note(step);
    }
}

} // namespace platform
