// What a mouse shows by hovering must also be available on a touch screen.
#include "programme/words.h"
#include "support/files.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

namespace {

using semantics::Role;
using support::Visitor;

TEST(Touch, SaysWhyAStarIsRefused) {
    constexpr const char* kRefusal = "Une candidature porte sur";
    const std::string file = support::readProjectFile("data/eig-2018.json");
    Visitor full(file, {.width = 1024, .query = "now=2017-10-15", .hasCoarsePointer = true});
    const auto most = full.application().programme().application.maxChallenges;
    ASSERT_TRUE(most.has_value());
    const auto star = [&](std::size_t place) {
        const auto& programme = full.application().programme();
        return programme::fill(programme::Word::shortlist_star, programme::InterfaceLanguage::french,
                               {{"challenge", programme.in(programme.challenges[place].title, 0)}});
    };
    for (std::size_t place = 0; place < *most; ++place) {
        EXPECT_FALSE(full.seesText(kRefusal));
        full.click(Role::button, star(place), true);
    }
    EXPECT_TRUE(full.seesText(kRefusal));
}

} // namespace
