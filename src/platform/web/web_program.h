// The program in one <challenge-explorer> element: an Application with the element's canvas, fonts and clock. Several
// live in one WebAssembly instance; none knows the others. exports.cpp gives them to the page's JavaScript
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
    /// `host` is the key of what JavaScript holds for this program (Module.hosts).
    explicit WebProgram(int host);
    ~WebProgram();
    WebProgram(const WebProgram&) = delete;
    WebProgram& operator=(const WebProgram&) = delete;

    /// The application, with this program's Dear ImGui context made current: Dear ImGui and what draws by it find it
    /// there. Every call into the application goes through here.
    Application& enter();

    /// False where the browser gives no WebGL 2 context: then the mirror alone shows what there is.
    [[nodiscard]] bool hasSurface() const { return surface_ != nullptr; }
    void loseContext();
    [[nodiscard]] bool restoreContext();

    /// As Application::load; null bytes stand for a file that is too large. The rows stay until the next call.
    [[nodiscard]] const ProblemRows& load(const char* bytes, std::size_t size, std::string_view queryString,
                                          std::string_view language);
    /// As Application::reload, in the language that is shown. The rows stay until the next call.
    [[nodiscard]] const ProblemRows& reload(const char* bytes, std::size_t size);
    /// What is left out of the programme that is shown, to be told to the console; empty: nothing.
    [[nodiscard]] const std::string& warning() const { return warning_; }

    [[nodiscard]] ViewRecord& view() { return view_; }
    [[nodiscard]] const AnswerRecord& answer() const { return answer_; }
    /// Draws what view() asks for and answers, effects included.
    void drawFrame();
    /// As Application::describeMore; answers `update` and `isComplete`.
    void describeMore();
    /// As Application::takeEffects; answers them.
    void takeEffects();

private:
    [[nodiscard]] const ProblemRows& report(std::vector<programme::Problem> problems,
                                            programme::InterfaceLanguage language);
    [[nodiscard]] ui::Viewport viewport() const;
    void answerUpdate(const semantics::Update& update);
    void answerEffects();

    // In this order: what stands below needs what stands above.
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
    // What the answer's texts point to.
    std::string update_;
    std::string effects_;
};

} // namespace platform
