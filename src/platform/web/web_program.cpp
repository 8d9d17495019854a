#include "platform/web/web_program.h"

#include "imgui.h"
#include "platform/web/browser_clock.h"
#include "platform/web/canvas_font_loader.h"
#include "programme/words.h"

#include <algorithm>
#include <cmath>

namespace platform {

void WebProgram::ContextDeleter::operator()(ImGuiContext* context) const {
    ImGui::DestroyContext(context);
}

WebProgram::WebProgram() : context_(ImGui::CreateContext()) {
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    surface_ = Surface::open();
    // Without a surface, too, words are measured by the glyphs of the atlas.
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    ui::FontSet fonts = addCanvasFonts(*ImGui::GetIO().Fonts, clusters_);
    application_ = std::make_unique<Application>(fonts, browserTimeIn);
}

WebProgram::~WebProgram() = default;

const std::vector<SaidProblem>& WebProgram::load(std::string_view bytes, std::string_view queryString,
                                                 std::string_view language) {
    problems_.clear();
    programme::InterfaceLanguage words = programme::interfaceLanguage(language);
    for (programme::Problem& problem : application_->load(bytes, queryString, language)) {
        std::string message = programme::describe(problem, words);
        problems_.push_back({std::move(problem), std::move(message)});
    }
    return problems_;
}

const FrameAnswer& WebProgram::frame(const FrameRequest& request) {
    FrameResult result = application_->frame(request.viewport);
    answer_.needsAnotherFrame = result.needsAnotherFrame;
    answer_.update = result.update.isEmpty() ? std::string() : semantics::toJson(result.update);
    answer_.contentHeight = result.contentHeight;
    // A tenth of a pixel more is rounding, not a row of pixels.
    float wholeHeight = std::ceil(result.contentHeight * request.viewport.devicePixelRatio - 0.1f);
    answer_.height = std::clamp(static_cast<int>(wholeHeight), 1, std::max(request.mostHeight, 1));
    if (surface_) {
        surface_->draw(application_->drawData(), application_->shapes(), request.width, answer_.height,
                       application_->backgroundColour());
    }
    return answer_;
}

const std::string& WebProgram::describeMore() {
    slice_ = semantics::toJson(application_->describeMore());
    return slice_;
}

const std::string& WebProgram::takeEffects() {
    effects_ = toJson(application_->takeEffects());
    return effects_;
}

} // namespace platform
