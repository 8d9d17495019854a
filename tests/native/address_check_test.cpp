// What an address has that means nothing in the programme.
#include "explorer/facts.h"
#include "platform/native/address_check.h"
#include "programme/reader.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace {

class AddressCheck : public testing::Test {
protected:
    std::vector<std::string> find(std::string_view query) {
        if (!programme_) {
            programme_ = std::move(*programme::read(support::readProjectFile("data/eig-2018.json"), {}).programme);
            facts_ = explorer::makeFacts(*programme_);
        }
        return platform::findWithoutEffect(*programme_, facts_, query);
    }

    std::optional<programme::Programme> programme_;
    explorer::Facts facts_;
};

using Findings = std::vector<std::string>;

TEST_F(AddressCheck, HasNothingToSayOfAnAddressOfThePage) {
    EXPECT_EQ(find(""), Findings{});
    EXPECT_EQ(
        find("?defi=gobelins&competences=python,r&q=carto&lang=en&vue=choix&choix=hopkins,gobelins&etape=auditions"
             "&periode=2017-09-01..2018-01-31&touches=non&now=2017-10-15T16:30"),
        Findings{});
    EXPECT_EQ(find("lang=fr&q=&&ville=Brest"), Findings{});
}

TEST_F(AddressCheck, NamesWhatTheProgrammeDoesNotHave) {
    EXPECT_EQ(find("defi=goblins"), Findings{"defi=goblins has no effect: the programme has nothing of that name"});
    EXPECT_EQ(find("etape=none&lang=de"), (Findings{"etape=none has no effect: the programme has nothing of that name",
                                                    "lang=de has no effect: the programme has nothing of that name"}));
    EXPECT_EQ(find("competences=python,pyton,rr"),
              (Findings{"competences: the programme has no \"pyton\"", "competences: the programme has no \"rr\""}));
    EXPECT_EQ(find("choix=gobelins,hop"), Findings{"choix: the programme has no \"hop\""});
}

TEST_F(AddressCheck, NamesWhatHasAnotherForm) {
    EXPECT_EQ(find("now=foo"), Findings{"now=foo is no date: 2017-10-15 or 2017-10-15T16:30"});
    EXPECT_EQ(find("periode=2017"), Findings{"periode=2017 has no effect: the programme has nothing of that name"});
    EXPECT_EQ(find("skills=python"), Findings{"There is no parameter skills"});
}

} // namespace
