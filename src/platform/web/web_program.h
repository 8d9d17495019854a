// The program in one <challenge-explorer> element: an Application with the page's canvas, fonts and clock. exports.cpp
// gives it to the page's JavaScript (web/program.js).
#pragma once

#include "platform/common/application.h"
#include "platform/web/surface.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

namespace platform {

/// What the page measures before a frame.
struct FrameRequest {
    ui::Viewport viewport;
    int width = 1;      // device px of the canvas
    int mostHeight = 1; // device px; the canvas is no higher than this, nor than the content
};

struct FrameAnswer {
    bool needsAnotherFrame = false;
    std::string update;      // for the mirror (semantics/diff.h); empty where nothing changed
    float contentHeight = 0; // CSS px
    int height = 0;          // device px of the canvas
};

/// A problem of a programme's file, said in the visitor's language.
struct SaidProblem {
    programme::Problem problem;
    std::string message;
};

class WebProgram {
public:
    WebProgram();
    ~WebProgram();
    WebProgram(const WebProgram&) = delete;
    WebProgram& operator=(const WebProgram&) = delete;

    Application& application() { return *application_; }
    /// nullptr where the browser gives no WebGL 2 context: then the mirror alone shows what there is.
    Surface* surface() { return surface_.get(); }

    /// As Application::load. The problems stay to be asked for until the next call.
    const std::vector<SaidProblem>& load(std::string_view bytes, std::string_view queryString,
                                         std::string_view language);
    const std::vector<SaidProblem>& problems() const { return problems_; }

    const FrameAnswer& frame(const FrameRequest& request);
    const FrameAnswer& lastFrame() const { return answer_; }
    /// As Application::describeMore; for the mirror. Stays to be read until the next call.
    const std::string& describeMore();

    /// As Application::takeEffects, in JSON for the page. Stays to be read until the next call.
    const std::string& takeEffects();

private:
    // In this order: what stands below needs what stands above.
    struct ContextDeleter {
        void operator()(ImGuiContext* context) const;
    };
    ui::ClusterTable clusters_;
    std::unique_ptr<ImGuiContext, ContextDeleter> context_;
    std::unique_ptr<Surface> surface_;
    std::unique_ptr<Application> application_;

    std::vector<SaidProblem> problems_;
    FrameAnswer answer_;
    std::string slice_;
    std::string effects_;
};

} // namespace platform
