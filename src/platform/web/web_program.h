// The program of one <challenge-explorer> element: an Application with the element's canvas, fonts and clock. A
// WebAssembly instance may have several, independent of each other. JavaScript calls them through exports.cpp
// (web/program.js).
#pragma once

#include "platform/common/application.h"
#include "platform/problems/problem_list.h"
#include "platform/web/canvas_font_loader.h"
#include "platform/web/records.h"
#include "platform/web/surface.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

namespace platform {

class WebProgram {
public:
    /// `host`: this program's key in Module.hosts.
    explicit WebProgram(int host);
    ~WebProgram();
    WebProgram(const WebProgram&) = delete;
    WebProgram& operator=(const WebProgram&) = delete;

    /// Makes this program's Dear ImGui context current and returns the application. To be called before each use of the
    /// application.
    Application& enter();

    /// False where the browser gives no WebGL 2 context, or one whose shaders cannot be used, which the first frame
    /// finds out: nothing is painted, and the mirror shows itself.
    [[nodiscard]] bool hasSurface() const { return surface_ && surface_->canPaint(); }
    void loseContext();
    /// False where there is no surface.
    [[nodiscard]] bool restoreContext();

    /// Application::load. `bytes` is null for a file that is too large. The rows are valid until the next load or
    /// reload.
    [[nodiscard]] const ProblemRows& load(const char* bytes, std::size_t size, std::string_view queryString,
                                          std::string_view language);
    /// Application::reload. Messages are in the language that is shown. The rows are valid until the next load or
    /// reload.
    [[nodiscard]] const ProblemRows& reload(const char* bytes, std::size_t size);
    /// A message for the console on the unknown parts of the programme that is shown; empty: none.
    [[nodiscard]] const std::string& warning() const { return warning_; }

    [[nodiscard]] ViewRecord& view() { return view_; }
    [[nodiscard]] const AnswerRecord& answer() const { return answer_; }
    /// Draws a frame for view() and sets answer(), including the effects.
    void drawFrame();
    /// Application::describeMore. Sets `update` and `isComplete` of answer().
    void describeMore();
    /// Application::takeEffects. Sets `effects` of answer().
    void takeEffects();

private:
    [[nodiscard]] const ProblemRows& report(std::vector<programme::Problem> problems,
                                            programme::InterfaceLanguage language);
    [[nodiscard]] ui::Viewport viewport() const;
    void answerUpdate(const semantics::Update& update);
    void answerEffects();

    // The order of destruction: each of these uses those declared before it.
    struct ContextDeleter {
        void operator()(ImGuiContext* context) const;
    };
    ui::ClusterTable clusters_;
    CanvasFonts canvasFonts_;
    std::unique_ptr<ImGuiContext, ContextDeleter> context_;
    std::unique_ptr<Surface> surface_;
    std::unique_ptr<Application> application_;

    ProblemList problems_;
    std::string warning_;
    ViewRecord view_;
    AnswerRecord answer_;
    // The characters of the answer's texts.
    std::string update_;
    std::string effects_;
};

} // namespace platform
