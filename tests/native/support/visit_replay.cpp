#include "native/support/visit_replay.h"

#include "explorer/state.h"
#include "explorer/url.h"
#include "imgui.h"
#include "programme/words.h"
#include "support/address_invariants.h"
#include "support/files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <utility>
#include <variant>
#include <vector>

namespace support {

namespace {

using semantics::Node;
using semantics::NodeId;

constexpr int kMostFrames = 100; // until none is needed

/// A fixed day on which the bundled programme's call is open.
programme::CivilTime midCall(std::string_view /*timeZone*/) {
    return {*programme::parseDay("2017-10-15"), 12 * 60};
}

bool isFinite(const Node& node) {
    const std::array<float, 11> numbers = {node.rect.x,
                                           node.rect.y,
                                           node.rect.width,
                                           node.rect.height,
                                           node.stickOffset,
                                           node.contentWidth,
                                           node.contentHeight,
                                           node.textStyle.size,
                                           node.textStyle.tracking,
                                           node.textStyle.lineHeight,
                                           node.textStyle.wordSpacing};
    return std::ranges::all_of(numbers, [](float number) { return std::isfinite(number); });
}

} // namespace

VisitReplay::VisitReplay(const platform::Visit& head, std::string programmeBytes)
    : bytes_(std::move(programmeBytes)), language_(head.language), application_(headless_.fonts(), midCall),
      page_(application_, makeDesktop(), head.query), stage_{application_,
                                                             page_,
                                                             [this] { load(); },
                                                             {.width = 1280, .height = 800, .paintsFieldText = true},
                                                             0} {
    application_.beginAudit();
    page_.resize(stage_.viewport);
    load();
}

platform::Desktop VisitReplay::makeDesktop() {
    return {.openUrl = [](const std::string&) {},
            .openDownload = [](const std::string&, const std::string&) {},
            .copyText = [](const std::string&) {},
            .pasteText = [] { return std::string("carto\n\xF0\x9F\x98\x80"); },
            .setTitle = [](const std::string&) {},
            .showAddress = [this](std::string_view address) { checkAddress(address); }};
}

void VisitReplay::load() {
    const std::vector<programme::Problem> problems = application_.load(bytes_, page_.queryString(), language_);
    if (problems.empty()) return;
    check(false, "the programme is not read: " + problems.front().pointer + " " +
                     programme::describe(problems.front(), programme::InterfaceLanguage::english));
}

bool VisitReplay::play(const platform::VisitStep& step) {
    if (!violation_.empty()) return true;
    if (!hasBegun_ && platform::setsViewport(step)) return platform::playStep(step, stage_);
    finish();
    const bool isThere = platform::playStep(step, stage_);
    settle();
    return isThere;
}

void VisitReplay::finish() {
    if (!std::exchange(hasBegun_, true)) settle();
}

void VisitReplay::settle() {
    for (int frames = 0; frames < kMostFrames && violation_.empty(); ++frames) {
        drawFrame();
        if (!needsFrame_) break;
    }
    check(!needsFrame_, "the page does not come to rest");
    // While a gesture moves the timeline the updates may be a moment late.
    constexpr double kLonger = 0.2; // seconds
    if (violation_.empty() && mirror_ != application_.tree()) {
        stage_.seconds += kLonger;
        drawFrame();
    }
    checkAtRest();
}

void VisitReplay::drawFrame() {
    needsFrame_ = page_.frame(stage_.seconds);
    Headless::acceptTextures();
    take(page_.lastFrame().update);
    check(std::isfinite(page_.lastFrame().contentHeight), "the page's height is finite");
    while (!application_.isComplete() && violation_.empty()) {
        const semantics::Update more = application_.describeMore();
        // Empty while a frame is needed first.
        if (more.isEmpty() && needsFrame_) break;
        take(more);
    }
    checkTree(application_.completeTree());
    checkPainted();
    const std::vector<std::string> findings = application_.undescribed();
    check(findings.empty(), findings.empty() ? "" : findings.front());
}

void VisitReplay::take(const semantics::Update& update) {
    const std::string json = semantics::toJson(update);
    check(nlohmann::json::accept(json), "an update is JSON: " + json.substr(0, 400));
    mirror_ = semantics::apply(update, mirror_);
}

void VisitReplay::check(bool holds, const std::string& what) {
    if (!holds && violation_.empty()) violation_ = what;
}

void VisitReplay::checkTree(const semantics::Tree& tree) {
    std::vector<NodeId> ids;
    std::vector<NodeId> path; // from the root to the previous node
    for (const Node& node : tree.nodes) {
        ids.push_back(node.id);
        while (!path.empty() && path.back() != node.parent) path.pop_back();
        check(!path.empty() || (node.id == semantics::kRootId && ids.size() == 1),
              "the tree is not in pre-order at node " + std::to_string(node.id));
        path.push_back(node.id);
        check(isFinite(node), "a node's numbers are not finite: " + std::to_string(node.id));
        check(node.rect.width >= 0 && node.rect.height >= 0,
              "a node is narrower than nothing: " + std::string(semantics::roleName(node.role)) + ' ' +
                  semantics::accessibleName(tree, node) + ' ' + std::to_string(node.id));
    }
    std::ranges::sort(ids);
    check(std::ranges::adjacent_find(ids) == ids.end(), "two nodes have the same id");
}

void VisitReplay::checkPainted() {
    const ImDrawData& data = application_.drawData();
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawVert& vertex : list->VtxBuffer) {
            check(std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y), "what is painted is not finite");
        }
    }
}

/// The shown address must read back as the state.
void VisitReplay::checkAddress(std::string_view address) {
    const explorer::State& state = application_.state();
    const explorer::Facts& facts = application_.session().facts();
    const explorer::State read =
        explorer::parseQueryString(application_.programme(), facts, address, state.preferredLanguage);
    check(read == asItsAddressSays(facts, state),
          "the address does not read back as the state: " + std::string(address));
}

void VisitReplay::checkAtRest() {
    if (!violation_.empty()) return;
    const semantics::Tree& tree = application_.completeTree();
    check(mirror_ == application_.tree(), "the tree kept by the updates is not the program's");
    const NodeId focused = page_.focused();
    check(focused == semantics::kNoNode || tree.find(focused) != nullptr, "the focus is on no node of the tree");
}

std::string replayVisitFile(const std::string& path) {
    const std::variant<platform::Visit, platform::VisitError> read = platform::parseVisit(readFile(path));
    if (const auto* error = std::get_if<platform::VisitError>(&read))
        return path + ':' + std::to_string(error->line) + ": " + error->message;
    const auto& visit = std::get<platform::Visit>(read);
    VisitReplay replay(visit, readFile(std::filesystem::path(path).parent_path() / visit.programme));
    for (const platform::VisitStep& step : visit.steps) {
        const bool isThere = replay.play(step);
        std::string finding = path + ": " + platform::formatVisitStep(step);
        if (!replay.violation().empty()) return finding.append(replay.violation());
        if (!isThere) return finding.append("there is no such node");
    }
    replay.finish();
    return replay.violation().empty() ? "" : path + ": " + replay.violation();
}

} // namespace support
