#include "platform/web/web_program.h"

#include "imgui.h"
#include "platform/web/browser_clock.h"

#include <algorithm>
#include <cmath>

namespace platform {

namespace {

/// The only place that chooses what a program paints with: WebGL 2 wherever the browser has it, also where it works by
/// software alone (contexts that `failIfMajorPerformanceCaveat` would refuse); null: nothing, the mirror shows itself.
/// A second painter that such contexts gave way to would be chosen here.
std::unique_ptr<Surface> chooseSurface(const CanvasFonts& fonts) {
    return Surface::open(fonts.host, [&fonts](ImTextureData& texture) { paintGlyphs(fonts, texture); });
}

} // namespace

WebProgram::WebProgram(int host) : canvasFonts_{&clusters_, host}, atlas_(std::make_unique<ImFontAtlas>()) {
    surface_ = chooseSurface(canvasFonts_);
    canvasFonts_.arePainted = surface_ != nullptr;
    ui::FontSet fonts = addCanvasFonts(*atlas_, canvasFonts_);
    application_ = std::make_unique<Application>(
        fonts, [host](std::string_view timeZone) { return browserTimeIn(host, timeZone); },
        [host](std::string_view timeZone, programme::CivilTime universal) {
            return browserTimeIn(host, timeZone, universal);
        });
}

WebProgram::~WebProgram() = default;

void WebProgram::forgetPicture() {
    if (surface_) surface_->forgetPicture();
}

void WebProgram::loseContext() {
    if (surface_) surface_->loseContext();
}

bool WebProgram::restoreContext() {
    if (surface_) surface_->restoreContext();
    return surface_ != nullptr;
}

ui::Viewport WebProgram::viewport() const {
    ui::Viewport viewport;
    viewport.width = static_cast<float>(view_.canvasWidth / view_.devicePixelRatio);
    viewport.height = static_cast<float>(view_.height);
    viewport.visibleHeight = static_cast<float>(view_.visibleHeight);
    viewport.devicePixelRatio = static_cast<float>(view_.devicePixelRatio);
    viewport.scrollTop = static_cast<float>(view_.scrollTop);
    viewport.rootFontSize = static_cast<float>(view_.rootFontSize);
    viewport.isDark = view_.isDark != 0;
    viewport.hasMoreContrast = view_.hasMoreContrast != 0;
    viewport.hasReducedMotion = view_.hasReducedMotion != 0;
    viewport.hasCoarsePointer = view_.hasCoarsePointer != 0;
    viewport.isEmbedded = view_.isEmbedded != 0;
    viewport.isAttended = view_.isAttended != 0;
    viewport.accent = static_cast<std::uint32_t>(view_.accent);
    viewport.letterSpacing = static_cast<float>(view_.letterSpacing);
    viewport.wordSpacing = static_cast<float>(view_.wordSpacing);
    viewport.leastLineHeight = static_cast<float>(view_.leastLineHeight);
    viewport.pageAddress = pageAddress_;
    viewport.canShare = canShare_;
    viewport.seconds = view_.seconds;
    return viewport;
}

void WebProgram::drawFrame() {
    FrameResult result = application().frame(viewport());
    // An excess of less than a tenth of a pixel is a rounding error, not another row of pixels.
    auto wholeHeight =
        static_cast<int>(std::ceil(result.contentHeight * static_cast<float>(view_.devicePixelRatio) - 0.1F));
    int canvasHeight = std::clamp(wholeHeight, 1, std::max(static_cast<int>(view_.mostCanvasHeight), 1));
    [[maybe_unused]] const bool isDrawn = paintPage(canvasHeight);
    answer_.hasSurface = hasSurface();
    answer_.needsAnotherFrame = result.needsAnotherFrame;
    answer_.isMoving = result.isMoving;
    answer_.contentHeight = static_cast<double>(result.contentHeight);
    answer_.canvasHeight = canvasHeight;
    answer_.millisecondsUntilChange = application_->millisecondsUntilChange();
    answerUpdate(result.update);
    answerEffects();
#ifdef CE_DEBUG
    if (onFrame) onFrame(result, isDrawn);
#endif
}

/// Returns whether anything was drawn: see Surface::draw.
bool WebProgram::paintPage(int canvasHeight) {
    if (!surface_) return false;
    const RoomTimer timer(times_, Room::render);
    return surface_->draw(application_->drawData(), application_->shapes(), static_cast<int>(view_.canvasWidth),
                          canvasHeight, application_->backgroundColour());
}

#ifdef CE_DEBUG
void WebProgram::repaint() {
    forgetPicture();
    (void)paintPage(static_cast<int>(answer_.canvasHeight));
}
#endif

void WebProgram::describeMore() {
    answerUpdate(application().describeMore());
}

void WebProgram::takeEffects() {
    answerEffects();
}

void WebProgram::answerUpdate(const semantics::Update& update) {
    const RoomTimer timer(times_, Room::semantics);
    update_ = update.isEmpty() ? std::string() : semantics::toJson(update);
    answer_.update = addressOf(update_);
    answer_.isComplete = application_->isComplete();
}

void WebProgram::answerEffects() {
    Effects effects = application_->takeEffects();
    effects_ = effects.isEmpty() ? std::string() : toJson(effects);
    answer_.effects = addressOf(effects_);
}

} // namespace platform
