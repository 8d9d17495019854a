#include "overlay/overlay.h"

#include "explorer/url.h"
#include "imgui.h"
#include "imgui_internal.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <utility>

namespace overlay {

namespace {

constexpr int kFramesToSettle = 3; // after an input: Dear ImGui's windows get their size in the frame after
constexpr float kMostStep = 0.25F; // seconds between two frames that Dear ImGui is told at most
constexpr float kFontSize = 13;    // CSS px

/// Makes the overlay's context current, and the page's again at its end.
class ContextScope {
public:
    explicit ContextScope(ImGuiContext* context) : before_(ImGui::GetCurrentContext()) {
        ImGui::SetCurrentContext(context);
    }
    ~ContextScope() { ImGui::SetCurrentContext(before_); }
    ContextScope(const ContextScope&) = delete;
    ContextScope& operator=(const ContextScope&) = delete;

private:
    ImGuiContext* before_;
};

/// Dear ImGui's name of a KeyboardEvent.key; ImGuiKey_None for keys that its windows do not use.
ImGuiKey imguiKey(std::string_view key) {
    constexpr std::array<std::pair<std::string_view, ImGuiKey>, 18> kKeys = {{{"Tab", ImGuiKey_Tab},
                                                                              {"Enter", ImGuiKey_Enter},
                                                                              {" ", ImGuiKey_Space},
                                                                              {"Escape", ImGuiKey_Escape},
                                                                              {"Backspace", ImGuiKey_Backspace},
                                                                              {"Delete", ImGuiKey_Delete},
                                                                              {"ArrowLeft", ImGuiKey_LeftArrow},
                                                                              {"ArrowRight", ImGuiKey_RightArrow},
                                                                              {"ArrowUp", ImGuiKey_UpArrow},
                                                                              {"ArrowDown", ImGuiKey_DownArrow},
                                                                              {"PageUp", ImGuiKey_PageUp},
                                                                              {"PageDown", ImGuiKey_PageDown},
                                                                              {"Home", ImGuiKey_Home},
                                                                              {"End", ImGuiKey_End},
                                                                              {"a", ImGuiKey_A},
                                                                              {"c", ImGuiKey_C},
                                                                              {"v", ImGuiKey_V},
                                                                              {"x", ImGuiKey_X}}};
    for (const auto& [name, imgui] : kKeys) {
        if (name == key) return imgui;
    }
    return ImGuiKey_None;
}

void write(const std::string& text) {
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
}

/// A row of a table of two columns.
void writeRow(const char* name, const std::string& value) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(name);
    ImGui::TableNextColumn();
    ImGui::PushTextWrapPos(0);
    write(value);
    ImGui::PopTextWrapPos();
}

std::string formatNumber(double number, const char* format) {
    char text[32];
    std::snprintf(text, sizeof text, format, number);
    return text;
}

std::string formatRect(const semantics::Rect& rect) {
    char text[64];
    std::snprintf(text, sizeof text, "%.0f, %.0f  %.0f x %.0f", static_cast<double>(rect.x),
                  static_cast<double>(rect.y), static_cast<double>(rect.width), static_cast<double>(rect.height));
    return text;
}

bool contains(const semantics::Rect& rect, ImVec2 point) {
    return point.x >= rect.x && point.x < rect.x + rect.width && point.y >= rect.y && point.y < rect.y + rect.height;
}

semantics::Rect rectOnScreen(const platform::Application& application, const semantics::Node& node) {
    const semantics::Rect& root = application.tree().nodes.front().rect;
    return semantics::visibleRect(application.tree(), application.scrollOffsets(), root.width, root.height, node.id);
}

/// The last node in reading order that is at the point and has a role or text: the innermost.
const semantics::Node* nodeAt(const platform::Application& application, ImVec2 point) {
    const semantics::Node* found = nullptr;
    for (const semantics::Node& node : application.tree().nodes) {
        const bool isSeen = node.id != semantics::kRootId && !node.isHiddenFromPointer;
        if (isSeen && contains(rectOnScreen(application, node), point)) found = &node;
    }
    return found;
}

std::string nameOf(const semantics::Tree& tree, const semantics::Node& node) {
    std::string name = semantics::accessibleName(tree, node);
    return name.empty() ? semantics::textOfLines(node) : name;
}

std::string_view viewName(explorer::View view) {
    switch (view) {
    case explorer::View::challenges:
        return "challenges";
    case explorer::View::filters:
        return "filters";
    case explorer::View::shortlist:
        return "shortlist";
    case explorer::View::comparison:
        return "comparison";
    }
    return "another";
}

/// The address without `now`, with that one instead; empty: none.
std::string addressAt(std::string_view address, std::string_view now) {
    std::string changed;
    const auto append = [&changed](std::string_view parameter) {
        if (parameter.empty()) return;
        if (!changed.empty()) changed += '&';
        changed += parameter;
    };
    while (!address.empty()) {
        const std::size_t end = address.find('&');
        const std::string_view parameter = address.substr(0, end);
        if (!parameter.starts_with("now=")) append(parameter);
        address.remove_prefix(end == std::string_view::npos ? address.size() : end + 1);
    }
    if (!now.empty()) append("now=" + std::string(now));
    return changed;
}

} // namespace

Overlay::Overlay(std::function<ImFont*(ImFontAtlas&)> addFont) : addFont_(std::move(addFont)), context_(nullptr) {
    ImGuiContext* page = ImGui::GetCurrentContext();
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(page);
    const ContextScope scope(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    ImGui::StyleColorsDark();
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowRounding = 6;
    style.FontSizeBase = kFontSize;
}

Overlay::~Overlay() {
    const ContextScope scope(context_);
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

void Overlay::setOpen(bool isOpen) {
    const ContextScope scope(context_);
    if (isOpen && ImGui::GetIO().FontDefault == nullptr) ImGui::GetIO().FontDefault = addFont_(*ImGui::GetIO().Fonts);
    isOpen_ = isOpen;
    framesToPaint_ = kFramesToSettle;
}

// ── Input ──

bool Overlay::movePointer(float x, float y) {
    const ContextScope scope(context_);
    framesToPaint_ = kFramesToSettle;
    ImGui::GetIO().AddMousePosEvent(x, y);
    // Dear ImGui finds the window under the pointer in its next frame: until then the windows' places tell.
    return ImGui::GetIO().WantCaptureMouse || isPicking_;
}

bool Overlay::press(PointerButton button, bool isDown) {
    const ContextScope scope(context_);
    framesToPaint_ = kFramesToSettle;
    ImGuiIO& io = ImGui::GetIO();
    const bool isOverPage = !io.WantCaptureMouse;
    if (isPicking_ && isOverPage) {
        if (isDown) isPicking_ = false; // what is under the pointer stays chosen
        return true;
    }
    io.AddMouseButtonEvent(static_cast<int>(button), isDown);
    return !isOverPage;
}

bool Overlay::turnWheel(float notchesX, float notchesY) {
    const ContextScope scope(context_);
    framesToPaint_ = kFramesToSettle;
    if (!ImGui::GetIO().WantCaptureMouse) return false;
    ImGui::GetIO().AddMouseWheelEvent(notchesX, notchesY);
    return true;
}

bool Overlay::pressKey(std::string_view key, bool isDown, bool hasControl) {
    const ContextScope scope(context_);
    ImGuiIO& io = ImGui::GetIO();
    if (isPicking_ && isDown && key == "Escape") {
        isPicking_ = false;
        framesToPaint_ = kFramesToSettle;
        return true;
    }
    if (!io.WantTextInput) return false;
    framesToPaint_ = kFramesToSettle;
    io.AddKeyEvent(ImGuiMod_Ctrl, hasControl);
    if (const ImGuiKey imgui = imguiKey(key); imgui != ImGuiKey_None) io.AddKeyEvent(imgui, isDown);
    return true;
}

bool Overlay::enterText(std::string_view text) {
    const ContextScope scope(context_);
    if (!ImGui::GetIO().WantTextInput) return false;
    framesToPaint_ = kFramesToSettle;
    ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
    return true;
}

// ── Frames ──

void Overlay::noteFrame(platform::Application& application, const semantics::Update& update, std::size_t drawCalls,
                        std::size_t uploadedBytes) {
    FrameRecord record;
    record.reasons = application.frameReasons();
    if (record.reasons.empty()) record.reasons = "the platform";
    record.times = application.takeRoomTimes();
    record.drawCalls = drawCalls;
    record.uploadedBytes = uploadedBytes;
    record.mirror = countOperations(update);
    log_.add(std::move(record));
    if (isOpen_) framesToPaint_ = std::max(framesToPaint_, 1);
}

ImDrawData& Overlay::paint(platform::Application& application, double seconds) {
    const ImDrawData& page = application.drawData();
    pageAtlas_ = ImGui::GetIO().Fonts;
    const ContextScope scope(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = page.DisplaySize;
    io.DisplayFramebufferScale = page.FramebufferScale;
    io.DeltaTime = std::clamp(static_cast<float>(seconds - lastPaint_), 1e-4F, kMostStep);
    lastPaint_ = seconds;
    framesToPaint_ = std::max(framesToPaint_ - 1, 0);
    controls_.clear();
    ImGui::NewFrame();
    // Dear ImGui takes a press and its release in different frames, however fast they came.
    if (context_->InputEventsQueue.Size > 0) framesToPaint_ = kFramesToSettle;
    if (isOpen_) show(application);
    ImGui::Render();
    return *ImGui::GetDrawData();
}

Requests Overlay::takeRequests() {
    return std::exchange(requests_, {});
}

// ── Windows ──

void Overlay::show(platform::Application& application) {
    outline(application);
    constexpr ImVec2 kPlace{12, 12}, kSize{620, 420};
    ImGui::SetNextWindowPos(kPlace, ImGuiCond_FirstUseEver);
    const ImVec2 room{ImGui::GetIO().DisplaySize.x - 2 * kPlace.x, ImGui::GetIO().DisplaySize.y - 2 * kPlace.y};
    ImGui::SetNextWindowSize({std::min(kSize.x, room.x), std::min(kSize.y, room.y)}, ImGuiCond_FirstUseEver);
    if (ImGui::Begin("Debug", &isOpen_) && ImGui::BeginTabBar("parts")) {
        if (beginTab("Frames")) {
            showFrames();
            ImGui::EndTabItem();
        }
        if (beginTab("Tree")) {
            showTree(application);
            ImGui::EndTabItem();
        }
        if (beginTab("State")) {
            showState(application);
            ImGui::EndTabItem();
        }
        if (beginTab("Glyphs")) {
            showGlyphs();
            ImGui::EndTabItem();
        }
        ImGui::EndTabBar();
    }
    ImGui::End();
}

bool Overlay::beginTab(const char* name) {
    const bool isShown = ImGui::BeginTabItem(name);
    noteControl(name);
    return isShown;
}

/// Of the last item of Dear ImGui's.
void Overlay::noteControl(const char* name) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    controls_.push_back({name, (low.x + high.x) / 2, (low.y + high.y) / 2});
}

void Overlay::showFrames() {
    write(std::to_string(log_.count()) + " frames; milliseconds on the main thread, by room; the newest first");
    constexpr int kColumns = 5 + static_cast<int>(platform::kRoomCount);
    const ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                                  ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_SizingFixedFit;
    if (!ImGui::BeginTable("frames", kColumns, flags)) return;
    ImGui::TableSetupScrollFreeze(2, 1);
    ImGui::TableSetupColumn("frame");
    ImGui::TableSetupColumn("why");
    for (std::size_t room = 0; room < platform::kRoomCount; ++room)
        ImGui::TableSetupColumn(platform::roomName(static_cast<platform::Room>(room)));
    ImGui::TableSetupColumn("draw calls");
    ImGui::TableSetupColumn("bytes");
    ImGui::TableSetupColumn("mirror's operations");
    ImGui::TableHeadersRow();
    for (auto record = log_.records().rbegin(); record != log_.records().rend(); ++record) {
        ImGui::TableNextRow();
        const auto cell = [](const std::string& text) {
            ImGui::TableNextColumn();
            write(text);
        };
        cell(std::to_string(record->number));
        cell(record->reasons);
        for (const double milliseconds : record->times.milliseconds)
            cell(milliseconds == 0 ? "" : formatNumber(milliseconds, "%.2f"));
        cell(std::to_string(record->drawCalls));
        cell(std::to_string(record->uploadedBytes));
        cell(describe(record->mirror));
    }
    ImGui::EndTable();
}

void Overlay::showTree(platform::Application& application) {
    const semantics::Tree& tree = application.tree();
    ImGui::Checkbox("outlines", &showsOutlines_);
    noteControl("outlines");
    ImGui::SameLine();
    ImGui::Checkbox("pick: point at the page, click to keep", &isPicking_);
    noteControl("pick");
    write(std::to_string(tree.nodes.size()) + " nodes");
    const ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg | ImGuiTableFlags_Resizable;
    if (!ImGui::BeginTable("nodes", 4, flags)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    for (const char* column : {"role", "name", "place on the screen", "id"}) ImGui::TableSetupColumn(column);
    ImGui::TableHeadersRow();
    for (const semantics::Node& node : tree.nodes) {
        ImGui::PushID(static_cast<int>(node.id));
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        const std::string role(semantics::roleName(node.role));
        const bool isPicked = node.id == picked_;
        if (ImGui::Selectable(role.c_str(), isPicked, ImGuiSelectableFlags_SpanAllColumns)) picked_ = node.id;
        if (isPicked && isPicking_) ImGui::SetScrollHereY();
        ImGui::TableNextColumn();
        write(nameOf(tree, node));
        ImGui::TableNextColumn();
        write(formatRect(rectOnScreen(application, node)));
        ImGui::TableNextColumn();
        write(std::to_string(node.id));
        ImGui::PopID();
    }
    ImGui::EndTable();
}

/// Over the page, under the windows.
void Overlay::outline(platform::Application& application) {
    if (isPicking_ && !ImGui::GetIO().WantCaptureMouse) {
        const semantics::Node* node = nodeAt(application, ImGui::GetIO().MousePos);
        picked_ = node == nullptr ? semantics::kNoNode : node->id;
    }
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const auto frame = [&](const semantics::Node& node, ImU32 colour, float thickness) {
        const semantics::Rect rect = rectOnScreen(application, node);
        list.AddRect({rect.x, rect.y}, {rect.x + rect.width, rect.y + rect.height}, colour, 0, 0, thickness);
    };
    if (showsOutlines_) {
        for (const semantics::Node& node : application.tree().nodes)
            frame(node, node.isInteractive ? IM_COL32(220, 60, 0, 220) : IM_COL32(0, 140, 220, 140), 1);
    }
    const semantics::Node* picked = application.tree().find(picked_);
    if (picked == nullptr) return;
    frame(*picked, IM_COL32(220, 0, 160, 255), 2);
    if (!isPicking_) return;
    if (ImGui::BeginTooltip()) {
        write(std::string(semantics::roleName(picked->role)) + " \"" + nameOf(application.tree(), *picked) + '"');
        write(formatRect(rectOnScreen(application, *picked)) + "  id " + std::to_string(picked->id));
        ImGui::EndTooltip();
    }
}

void Overlay::showState(platform::Application& application) {
    const platform::Session& session = application.session();
    const explorer::State& state = session.state();
    const programme::Programme& programme = session.programme();
    if (ImGui::Button("Copy this visit")) requests_.wantsVisit = true;
    noteControl("Copy this visit");
    const auto setClock = [&](std::string_view now) {
        requests_.queryToLoad = addressAt(session.address(), now);
        clockError_.clear();
    };
    ImGui::SetNextItemWidth(160);
    ImGui::InputTextWithHint("##now", "2017-10-15T16:30", clock_, sizeof clock_);
    noteControl("now");
    ImGui::SameLine();
    const bool isSet = ImGui::Button("Set the clock");
    noteControl("Set the clock");
    if (isSet) {
        if (explorer::parseNow("now=" + std::string(clock_)))
            setClock(clock_);
        else
            clockError_ = "That is no date.";
    }
    ImGui::SameLine();
    if (ImGui::Button("The clock's own time")) setClock("");
    noteControl("The clock's own time");
    if (!clockError_.empty()) write(clockError_);
    if (!ImGui::BeginTable("state", 2, ImGuiTableFlags_RowBg | ImGuiTableFlags_SizingFixedFit)) return;
    ImGui::TableSetupColumn("name");
    ImGui::TableSetupColumn("value", ImGuiTableColumnFlags_WidthStretch);
    const programme::CivilTime now = session.now();
    writeRow("address", session.address());
    writeRow("now", programme::formatDay(now.day) + ", minute " + std::to_string(now.minuteOfDay));
    writeRow("language", session.language());
    writeRow("view", std::string(viewName(state.view)));
    writeRow("query", '"' + state.query + '"');
    writeRow("challenge", state.challenge ? std::string(programme.in(programme.challenges[*state.challenge].id)) : "-");
    writeRow("milestone", state.milestone ? std::string(programme.in(programme.milestones[*state.milestone].id)) : "-");
    writeRow("skills", explorer::joinSkillIds(programme, state.skills));
    writeRow("shortlist", explorer::joinChallengeIds(programme, state.shortlist));
    writeRow("letter keys", state.usesLetterKeys ? "on" : "off");
    writeRow("groups unfolded", std::to_string(state.folding.expandedGroups.size()));
    writeRow("unknown parameters", state.unknown.parameters);
    writeRow("found", std::to_string(session.visit().found));
    ImGui::EndTable();
}

void Overlay::showGlyphs() {
    const ImFontAtlas& atlas = *pageAtlas_;
    int glyphs = 0;
    for (int place = 0; place < atlas.Builder->BakedPool.Size; ++place)
        glyphs += atlas.Builder->BakedPool[place].Glyphs.Size;
    ImTextureData& texture = *atlas.TexData;
    write(std::to_string(texture.Width) + " x " + std::to_string(texture.Height) + " px, " + std::to_string(glyphs) +
          " glyphs");
    if (texture.TexID == ImTextureID_Invalid) return;
    const float width = std::min(ImGui::GetContentRegionAvail().x, static_cast<float>(texture.Width));
    const float height = width * static_cast<float>(texture.Height) / static_cast<float>(texture.Width);
    ImGui::Image(texture.GetTexRef(), {width, height});
}

} // namespace overlay
