// Programmes that differ much from the bundled one: other languages, one challenge or 400, very long words,
// right-to-left names, no optional members. Each must be shown correctly.
#include "programme/programme.h"
#include "support/files.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace {

using semantics::Role;
using support::Visitor;

std::vector<std::string> goodFiles() {
    std::vector<std::string> paths;
    const std::string folder = std::string(CE_SOURCE_DIR) + "/tests/data/programmes/good";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".json")
            paths.push_back("tests/data/programmes/good/" + entry.path().filename().string());
    }
    return paths;
}

/// The text of a scroll container is clipped, so it may be wider than the page.
bool isInScroller(const semantics::Tree& tree, const semantics::Node& node) {
    for (const semantics::Node* up = &node; up->id != semantics::kRootId; up = tree.find(up->parent)) {
        if ((up->scrollAxes & 1) != 0) return true;
    }
    return false;
}

void expectItFits(const Visitor& visitor, float width, const std::string& path) {
    for (const semantics::Node& node : visitor.tree().nodes) {
        if (node.isInteractive && !node.isDecorative) {
            EXPECT_NE(semantics::accessibleName(visitor.tree(), node), "") << path << " " << width;
        }
        if (node.role != Role::text || isInScroller(visitor.tree(), node)) continue;
        const semantics::Rect rect = semantics::absoluteRect(visitor.tree(), node.id);
        EXPECT_GE(rect.x, -0.5F) << path << " " << width << " " << node.lines.front();
        EXPECT_LE(rect.x + rect.width, width + 0.5F) << path << " " << width << " " << node.lines.front();
    }
}

TEST(OtherProgrammes, ThereAreSome) {
    EXPECT_GE(goodFiles().size(), 5U);
}

TEST(OtherProgrammes, FitEveryWidthWithAllTheirChallenges) {
    for (const std::string& path : goodFiles()) {
        const std::string file = support::readProjectFile(path);
        for (const float width : {320.0F, 390.0F, 900.0F, 1440.0F}) {
            Visitor visitor(file, {.width = width});
            ASSERT_TRUE(visitor.problems().empty()) << path;
            const auto& programme = visitor.application().programme();
            const std::string words = semantics::textContent(visitor.tree(), semantics::kRootId);
            for (const programme::Challenge& challenge : programme.challenges) {
                const std::string_view title = programme.in(challenge.title, visitor.application().state().language);
                EXPECT_NE(words.find(title.substr(0, 10)), std::string::npos) << path << " " << title;
            }
            expectItFits(visitor, width, path);
        }
    }
}

TEST(OtherProgrammes, ShowEachFirstChallengeWhole) {
    for (const std::string& path : goodFiles()) {
        const std::string file = support::readProjectFile(path);
        Visitor list(file);
        const auto& programme = list.application().programme();
        const std::string id(programme.in(programme.challenges.front().id));
        for (const float width : {320.0F, 1440.0F}) {
            const Visitor visitor(file, {.width = width, .query = "defi=" + id});
            EXPECT_TRUE(visitor.sees(Role::link, "")) << path;
            expectItFits(visitor, width, path);
        }
    }
}

TEST(OtherProgrammes, KeepTheWordsOfTheirTitle) {
    std::string file = support::readProjectFile("tests/data/programmes/good/one-challenge.json");
    const std::string title = R"({"fr": "Un seul défi", "en": "One challenge only"})";
    file.replace(file.find(title), title.size(), R"("Paris, ville ouverte, deux fois")");
    for (const float width : {390.0F, 1440.0F}) {
        const Visitor visitor(file, {.width = width});
        const semantics::NodeId heading = visitor.find(Role::heading, "Paris");
        EXPECT_EQ(semantics::textContent(visitor.tree(), heading), "Paris, ville ouverte, deux fois");
    }
}

} // namespace
