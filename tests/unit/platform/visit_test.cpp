// A whole visit, from the calendar to the application form, through the semantics tree and without a window.
// tests/browser/visit.test.mjs makes the same visit in a browser.
#include "support/files.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using semantics::Role;
using semantics::Tristate;
using support::Visitor;

/// The bundled programme, with a form that takes query parameters.
std::string programmeWithPrefill() {
    std::string file = support::readBundledProgramme();
    const std::string_view before = R"("maxChallenges": 3)";
    const std::size_t place = file.find(before);
    EXPECT_NE(place, std::string::npos);
    file.insert(place, R"("prefill": {"challenge": "defis", "skills": "competences", "language": "langue"}, )");
    return file;
}

TEST(Visit, OpensOnTheProgrammesCalendarAndAllItsChallenges) {
    const Visitor visitor(support::readBundledProgramme());
    EXPECT_TRUE(visitor.problems().empty());
    EXPECT_TRUE(visitor.sees(Role::heading, "Entrepreneurs d’intérêt général"));
    EXPECT_TRUE(visitor.sees(Role::heading, "13 défis"));
    EXPECT_TRUE(visitor.sees(Role::status, ""));
    EXPECT_TRUE(visitor.seesText("28 postes"));
    EXPECT_TRUE(visitor.sees(Role::button, "Appel à candidatures, du 27 septembre au 27 octobre 2017"));
    EXPECT_TRUE(visitor.seesText("Jusqu’au 27\u00A0octobre, 17\u00A0h · encore 12 jours"));
    EXPECT_EQ(visitor.count(Role::article), 13u);
    EXPECT_EQ(visitor.address(), "");
}

TEST(Visit, TwoSkillsAWordAChallengeTheForm) {
    Visitor visitor(support::readBundledProgramme());
    visitor.click(Role::checkbox, "Développement web");
    EXPECT_TRUE(visitor.sees(Role::heading, "7 défis"));
    EXPECT_EQ(visitor.node(Role::checkbox, "Développement web").checked, Tristate::yes);

    visitor.click(Role::checkbox, "Design d’interface (UI)");
    EXPECT_TRUE(visitor.sees(Role::heading, "4 défis"));
    EXPECT_TRUE(visitor.seesText("Design de services · Design d’interface (UI)"));
    EXPECT_TRUE(visitor.seesText("Développement et indexation · Développement web"));

    visitor.type("collections");
    EXPECT_TRUE(visitor.sees(Role::heading, "1 défi"));
    EXPECT_EQ(visitor.count(Role::article), 1u);

    visitor.click(Role::link, "Gobelins", true);
    EXPECT_TRUE(visitor.sees(Role::complementary, "Gobelins"));
    EXPECT_TRUE(visitor.seesText(
        "Mobilier national, Direction générale de la création artistique · Ministère de la Culture · Paris"));
    EXPECT_EQ(visitor.title(), "Gobelins · Entrepreneurs d’intérêt général, promotion 2");
    EXPECT_EQ(visitor.address(), "defi=gobelins&competences=developpement-web,design-interfaces&q=collections");

    const semantics::Node& apply = visitor.node(Role::link, "Candidater à ce défi");
    EXPECT_EQ(apply.href, "https://framaforms.org/candidature-entrepreneurs-dinteret-general-promotion-2-1501592391");
    EXPECT_TRUE(apply.opensNewTab);
    EXPECT_TRUE(apply.isLeftToBrowser);

    // The form takes no query parameters, so the name is shown to be copied.
    visitor.click(Role::button, "Copier", true);
    EXPECT_EQ(visitor.clipboard(), "Gobelins");
    EXPECT_TRUE(visitor.sees(Role::button, "Copié"));
}

TEST(Visit, ACardNamesTheProfileThatAsksForTheChosenSkills) {
    Visitor visitor(support::readBundledProgramme());
    visitor.click(Role::checkbox, "Python");
    EXPECT_TRUE(visitor.seesText("Architecture et DevOps · Python")) << "one skill is enough";
    visitor.click(Role::checkbox, "Visualisation de données");
    EXPECT_TRUE(visitor.seesText("Data science\u00A0: données structurées · Python, Visualisation de données"));
    EXPECT_TRUE(visitor.seesText("Data science et visualisation · Visualisation de données"));
    visitor.click(Role::button, "English");
    EXPECT_TRUE(visitor.seesText("Data science and visualisation · Data visualisation"));
    visitor.click(Role::button, "Clear all");
    EXPECT_FALSE(visitor.seesText("Architecture and DevOps · Python"));
}

TEST(Visit, ACardSaysOfASkillThatItIsWelcome) {
    Visitor visitor(support::readBundledProgramme());
    visitor.click(Role::checkbox, "Développement web");
    EXPECT_TRUE(visitor.seesText(
        "Design d’expérience et visualisation de données · Développement web (un plus)")); // PrédiSauvetage
}

TEST(Visit, BackForwardAndReloadShowTheSameViewEachTime) {
    Visitor visitor(support::readBundledProgramme());
    const std::string start = visitor.snapshotAtRest();
    visitor.click(Role::checkbox, "Développement web");
    const std::string oneSkill = visitor.snapshotAtRest();
    visitor.click(Role::checkbox, "Design d’interface (UI)");
    const std::string twoSkills = visitor.snapshotAtRest();
    visitor.type("coll");
    visitor.type("collections");
    const std::string typed = visitor.snapshotAtRest();
    visitor.click(Role::link, "Gobelins", true);
    const std::string opened = visitor.snapshotAtRest();

    visitor.reload();
    EXPECT_EQ(visitor.snapshotAtRest(), opened);
    visitor.goBack();
    EXPECT_EQ(visitor.snapshotAtRest(), typed);
    visitor.goBack();
    EXPECT_EQ(visitor.snapshotAtRest(), twoSkills); // what was typed is one step
    visitor.goBack();
    EXPECT_EQ(visitor.snapshotAtRest(), oneSkill);
    visitor.goBack();
    EXPECT_EQ(visitor.snapshotAtRest(), start);
    for (int steps = 0; steps < 3; ++steps) visitor.goForward();
    EXPECT_EQ(visitor.snapshotAtRest(), typed);
    visitor.goForward();
    EXPECT_EQ(visitor.snapshotAtRest(), opened);
    visitor.reload();
    EXPECT_EQ(visitor.snapshotAtRest(), opened);
}

TEST(Visit, ByKeyboardAlone) {
    Visitor visitor(support::readBundledProgramme());
    visitor.tabTo(Role::checkbox, "Développement web");
    visitor.press("Space");
    EXPECT_TRUE(visitor.sees(Role::heading, "7 défis"));
    visitor.tabTo(Role::checkbox, "Design d’interface (UI)");
    visitor.press("Space");
    EXPECT_TRUE(visitor.sees(Role::heading, "4 défis"));
    visitor.tabTo(Role::searchField, "Rechercher un défi");
    visitor.type("collections");
    visitor.tabTo(Role::link, "Gobelins", true);
    visitor.press("Enter");
    EXPECT_TRUE(visitor.sees(Role::complementary, "Gobelins"));
    visitor.tabTo(Role::link, "Candidater à ce défi");
    visitor.press("Escape");
    EXPECT_FALSE(visitor.sees(Role::complementary, "Gobelins"));
    EXPECT_EQ(visitor.focused(), visitor.find(Role::link, "Gobelins", true));
}

TEST(Visit, AFormThatTakesParametersGetsThem) {
    Visitor visitor(programmeWithPrefill(), {.query = "defi=gobelins&competences=python,javascript&lang=en"});
    EXPECT_EQ(visitor.node(Role::link, "Apply for this challenge").href,
              "https://framaforms.org/candidature-entrepreneurs-dinteret-general-promotion-2-1501592391"
              "?defis=gobelins&competences=python%2Cjavascript&langue=en");
    EXPECT_FALSE(visitor.sees(Role::button, "Copy"));
}

TEST(Visit, AShortlistKeepsItsOrder) {
    Visitor visitor(support::readBundledProgramme());
    for (const std::string_view name : {"Hopkins", "Gobelins", "dataESR"}) {
        visitor.click(Role::button, "Garder " + std::string(name) + " dans ma sélection");
    }
    EXPECT_EQ(visitor.address(), "choix=hopkins,gobelins,dataesr");

    visitor.click(Role::button, "Ma sélection (3)");
    EXPECT_EQ(visitor.count(Role::article), 3u);
    visitor.click(Role::button, "Placer Gobelins avant");
    visitor.click(Role::button, "Copier", true);
    EXPECT_EQ(visitor.clipboard(), "Gobelins\nHopkins\ndataESR");
}

TEST(Visit, TheCallHasThreeStates) {
    const Visitor before(support::readBundledProgramme(), {.query = "now=2017-09-01"});
    EXPECT_TRUE(before.seesText("Ouvre le 27\u00A0septembre · dans 26 jours"));
    const std::vector<semantics::NodeId> saves =
        semantics::findAll(before.tree(), Role::link, "Ajouter l’appel à mon agenda");
    ASSERT_EQ(saves.size(), 2u); // in the header, and with the facts about applying
    EXPECT_TRUE(before.tree().find(saves.front())->href.starts_with("data:text/calendar"));

    const Visitor lastDay(support::readBundledProgramme(), {.query = "now=2017-10-27T16:59"});
    EXPECT_TRUE(lastDay.seesText("Aujourd’hui, jusqu’à 17\u00A0h · dernier jour"));

    const Visitor after(support::readBundledProgramme(), {.query = "now=2017-10-27T17:00"});
    EXPECT_TRUE(after.seesText("Candidatures closes depuis le 27\u00A0octobre 2017"));
    EXPECT_TRUE(after.sees(Role::link, "Voir le formulaire, désormais clos"));
    EXPECT_FALSE(after.sees(Role::link, "Déposer ma candidature"));
}

TEST(Visit, OnAPhoneAChallengeIsAPageOfItsOwn) {
    Visitor visitor(support::readBundledProgramme(), {.width = 390, .height = 844, .hasCoarsePointer = true});
    const semantics::NodeId card = visitor.find(Role::link, "Gobelins", true);
    visitor.scrollTo(semantics::absoluteRect(visitor.tree(), card).y - 200);
    visitor.click(Role::link, "Gobelins", true);
    EXPECT_FALSE(visitor.sees(Role::heading, "13 défis"));
    EXPECT_TRUE(visitor.sees(Role::heading, "Gobelins"));
    EXPECT_TRUE(visitor.sees(Role::link, "Candidater à ce défi"));
    EXPECT_EQ(visitor.focused(), visitor.find(Role::button, "Fermer le défi"));
    visitor.click(Role::button, "Fermer le défi");
    EXPECT_TRUE(visitor.sees(Role::heading, "13 défis"));
    EXPECT_EQ(visitor.focused(), visitor.find(Role::link, "Gobelins", true));
}

TEST(Visit, OnAPhoneTheSkillsAreAPageOfTheirOwn) {
    Visitor visitor(support::readBundledProgramme(), {.width = 390, .height = 844, .hasCoarsePointer = true});
    visitor.click(Role::button, "Filtrer", true);
    visitor.click(Role::checkbox, "Python");
    visitor.click(Role::button, "Voir 7 défis");
    EXPECT_TRUE(visitor.sees(Role::heading, "7 défis"));
    EXPECT_EQ(visitor.node(Role::button, "Python, 7 défis").pressed, Tristate::yes) << "in the filter's row";
}

TEST(Visit, WordsWithATypingMistakeAreFoundAndThePageSaysSo) {
    Visitor visitor(support::readBundledProgramme());
    visitor.type("gobelons");
    EXPECT_TRUE(visitor.sees(Role::link, "Gobelins"));
    EXPECT_TRUE(visitor.seesText("Rien ne correspond exactement à «\u00A0gobelons\u00A0»"));
    visitor.type("xyzzyx");
    EXPECT_TRUE(visitor.seesText("Aucun défi ne réunit tous ces critères"));
    visitor.click(Role::button, "Effacer la recherche");
    EXPECT_TRUE(visitor.sees(Role::heading, "13 défis"));
}

TEST(Visit, TheLanguageChangesEveryWord) {
    Visitor visitor(support::readBundledProgramme());
    visitor.click(Role::button, "English");
    EXPECT_EQ(visitor.tree().language, "en");
    EXPECT_TRUE(visitor.sees(Role::heading, "13 challenges"));
    EXPECT_TRUE(visitor.seesText("Until 27\u00A0October, 5\u00A0p.m. · 12 days left"));
    EXPECT_FALSE(visitor.seesText("défis"));
    EXPECT_EQ(visitor.address(), "lang=en");
}

TEST(Visit, AMilestoneOpensUnderTheCalendar) {
    Visitor visitor(support::readBundledProgramme());
    visitor.click(Role::button, "Auditions");
    EXPECT_TRUE(visitor.seesText("Le jury reçoit les personnes présélectionnées."));
    EXPECT_EQ(visitor.node(Role::button, "Auditions").expanded, Tristate::yes);
    visitor.press("Escape");
    EXPECT_FALSE(visitor.seesText("Le jury reçoit les personnes présélectionnées."));
}

TEST(Visit, TheCalendarZoomsPansAndFits) {
    Visitor visitor(support::readBundledProgramme());
    EXPECT_TRUE(visitor.node(Role::button, "Zoom arrière").isDisabled);
    visitor.click(Role::button, "Zoom avant");
    EXPECT_NE(visitor.address().find("periode="), std::string::npos);
    const std::string zoomed = visitor.address();
    const auto& nodes = visitor.tree().nodes;
    const auto plot = std::ranges::find_if(nodes, [](const semantics::Node& node) { return node.isDraggable; });
    ASSERT_NE(plot, nodes.end());
    EXPECT_TRUE(visitor.application().drag(plot->id, -50, 1, 0));
    visitor.settle();
    EXPECT_NE(visitor.address(), zoomed);
    visitor.click(Role::button, "Tout\u00A0: ");
    EXPECT_EQ(visitor.address(), "");
}

TEST(Visit, WithoutADragTheCalendarMovesByItsButtons) {
    Visitor visitor(support::readBundledProgramme(), {.query = "now=2017-10-15"});
    EXPECT_EQ(visitor.count(Role::button, "Plus tard"), 0u) << "all of it is there";
    for (int presses = 0; presses < 3; ++presses) visitor.click(Role::button, "Zoom avant");
    const auto before = visitor.application().state().period;
    ASSERT_TRUE(before.has_value());
    visitor.click(Role::button, "Plus tard");
    const auto after = visitor.application().state().period;
    EXPECT_GT(after->first, before->first);
    EXPECT_LT(after->first, before->end()) << "some of the days stay in view";
    visitor.click(Role::button, "Plus tôt");
    EXPECT_NEAR(visitor.application().state().period->first, before->first, 1e-6);
    while (!visitor.node(Role::button, "Plus tôt").isDisabled) visitor.click(Role::button, "Plus tôt");
    EXPECT_EQ(visitor.application().state().period->first,
              programme::dayNumber(explorer::makeFacts(visitor.application().programme()).calendar.first));
}

TEST(Visit, ACityNarrowsTheListAsASkillDoes) {
    Visitor visitor(support::readBundledProgramme());
    EXPECT_TRUE(visitor.sees(Role::group, "Ville"));
    visitor.click(Role::checkbox, "Brest, 1 défi");
    EXPECT_TRUE(visitor.sees(Role::heading, "1 défi"));
    EXPECT_EQ(visitor.address(), "ville=Brest");
    visitor.click(Role::checkbox, "Dijon, 1 défi");
    EXPECT_TRUE(visitor.sees(Role::heading, "2 défis")) << "in any of the chosen cities";
    visitor.click(Role::button, "Retirer le filtre Brest");
    EXPECT_EQ(visitor.address(), "ville=Dijon");
    EXPECT_EQ(visitor.node(Role::checkbox, "Brest, 1 défi").checked, Tristate::no);
    visitor.goBack();
    EXPECT_EQ(visitor.node(Role::checkbox, "Brest, 1 défi").checked, Tristate::yes);
    visitor.click(Role::button, "Tout effacer");
    EXPECT_EQ(visitor.address(), "");
    EXPECT_TRUE(visitor.sees(Role::heading, "13 défis"));
}

TEST(Visit, OnAPhoneTheCitiesStandOnTheFilterPage) {
    Visitor visitor(support::readBundledProgramme(), {.width = 390});
    visitor.click(Role::button, "Filtrer");
    visitor.click(Role::checkbox, "Brest, 1 défi");
    visitor.click(Role::button, "Voir 1 défi");
    EXPECT_EQ(visitor.node(Role::button, "Brest, 1 défi").pressed, Tristate::yes);
    visitor.click(Role::button, "Filtrer", true);
    visitor.click(Role::button, "Tout effacer");
    EXPECT_EQ(visitor.node(Role::checkbox, "Brest, 1 défi").checked, Tristate::no);
}

TEST(Visit, ALongListOfCitiesUnfolds) {
    Visitor visitor(support::readProjectFile("tests/data/programmes/good/cities.json"));
    EXPECT_FALSE(visitor.sees(Role::checkbox, "東京, 1 challenge"));
    visitor.click(Role::button, "Show the 2 others, City");
    visitor.click(Role::checkbox, "東京, 1 challenge");
    visitor.click(Role::checkbox, "Washington, D.C., 1 challenge");
    EXPECT_EQ(visitor.address(), "ville=%E6%9D%B1%E4%BA%AC,Washington*%2C+D.C.");
    visitor.reload();
    EXPECT_TRUE(visitor.sees(Role::heading, "2 challenges"));
    EXPECT_TRUE(visitor.sees(Role::checkbox, "東京, 1 challenge")) << "a chosen one is not folded away";
}

TEST(Visit, AGroupOfTheFilterFoldsAndStaysFolded) {
    Visitor visitor(support::readBundledProgramme());
    const std::size_t all = visitor.count(Role::checkbox);
    EXPECT_EQ(visitor.node(Role::button, "Données", true).expanded, Tristate::yes);
    visitor.click(Role::button, "Données", true);
    EXPECT_FALSE(visitor.sees(Role::checkbox, "Data science"));
    EXPECT_EQ(visitor.node(Role::button, "Données", true).expanded, Tristate::no);
    EXPECT_LT(visitor.count(Role::checkbox), all);
    EXPECT_EQ(visitor.address(), "") << "the address says nothing of it";
    visitor.click(Role::checkbox, "Python");
    visitor.goBack();
    EXPECT_FALSE(visitor.sees(Role::checkbox, "Data science")) << "ticking and going back leave it folded";
    visitor.click(Role::button, "Données", true);
    visitor.click(Role::checkbox, "Data science");
    visitor.click(Role::button, "Données", true);
    EXPECT_TRUE(visitor.sees(Role::button, "Données, 1 choix"));
    EXPECT_TRUE(visitor.sees(Role::button, "Retirer le filtre Data science"));
}

std::vector<std::string> namesOf(const Visitor& visitor, Role role) {
    std::vector<std::string> names;
    for (const semantics::NodeId id : semantics::findAll(visitor.tree(), role, "")) {
        const std::string name = semantics::accessibleName(visitor.tree(), id);
        names.push_back(name.substr(0, name.find(',')));
    }
    return names;
}

TEST(Visit, TickingAndUnfoldingLeaveInPlaceWhatIsUnderThePointer) {
    Visitor visitor(support::readBundledProgramme());
    const auto topOf = [&](std::string_view name) {
        return semantics::absoluteRect(visitor.tree(), visitor.find(Role::checkbox, name)).y;
    };
    const std::string_view last = "Visualisation de données"; // of those that the first group lists at first
    const float before = topOf(last);
    const std::vector<std::string> listed = namesOf(visitor, Role::checkbox);
    visitor.click(Role::button, "Voir les 4 autres, Données");
    EXPECT_EQ(topOf(last), before) << "the others come behind";
    visitor.click(Role::checkbox, "Analyse de graphes et de réseaux");
    visitor.click(Role::button, "Voir moins, Données");
    EXPECT_EQ(topOf(last), before);
    const float ticked = topOf("Analyse de graphes et de réseaux");
    EXPECT_GT(ticked, before);
    visitor.click(Role::checkbox, "Analyse de graphes et de réseaux");
    EXPECT_EQ(topOf("Analyse de graphes et de réseaux"), ticked) << "can be ticked again";
    visitor.reload();
    EXPECT_EQ(namesOf(visitor, Role::checkbox), listed);
}

TEST(Visit, WhereNothingIsFoundThePageSaysWhichFilterToDrop) {
    Visitor visitor(support::readBundledProgramme(),
                    {.query = "competences=python,r,logiciel-libre&ville=Brest&q=data"});
    EXPECT_TRUE(visitor.sees(Role::heading, "0 défi"));
    EXPECT_TRUE(visitor.seesText("Aucun défi ne réunit tous ces critères, même sans l’un d’entre eux."));
    EXPECT_EQ(visitor.count(Role::button, "Sans"), 0u);

    Visitor other(support::readBundledProgramme(), {.query = "competences=apprentissage-automatique,logiciel-libre"});
    EXPECT_TRUE(other.seesText("Aucun défi ne réunit tous ces critères."));
    EXPECT_TRUE(other.sees(Role::button, "Sans «\u00A0Apprentissage automatique\u00A0»\u00A0: 2 défis"));
    other.click(Role::button, "Sans «\u00A0Logiciel libre\u00A0»\u00A0: 5 défis");
    EXPECT_TRUE(other.sees(Role::heading, "5 défis"));
    EXPECT_EQ(other.address(), "competences=apprentissage-automatique");

    other.type("brest");
    EXPECT_TRUE(other.sees(Role::heading, "0 défi"));
    other.click(Role::button, "Sans «\u00A0brest\u00A0»\u00A0: 5 défis");
    EXPECT_TRUE(other.sees(Role::heading, "5 défis"));
    Visitor during(support::readBundledProgramme(), {.query = "pendant=2017-09-01..2017-10-01"});
    EXPECT_TRUE(during.sees(Role::heading, "0 défi"));
    during.click(Role::button, "Sans «");
    EXPECT_TRUE(during.sees(Role::heading, "13 défis")) << "the period is a filter, too";
    const Visitor narrow(support::readBundledProgramme(), {.width = 320, .query = "pendant=2017-09-01..2017-10-01"});
    EXPECT_TRUE(narrow.seesText("…\u00A0»\u00A0: 13 défis")) << "the filter's name is cut, not the number";

    other.type("zzzz");
    EXPECT_EQ(other.count(Role::button, "Tout effacer"), 1u) << "one way to drop all filters in the same words";
    other.click(Role::button, "Voir tous les défis");
    EXPECT_TRUE(other.sees(Role::heading, "13 défis"));
}

TEST(Visit, OnAPhoneEachChoiceStandsOnce) {
    Visitor visitor(support::readBundledProgramme(), {.width = 390, .hasCoarsePointer = true});
    visitor.click(Role::button, "Data science, 8 défis");
    EXPECT_EQ(visitor.count(Role::button, "Data science"), 1u);
    EXPECT_FALSE(visitor.sees(Role::button, "Filtrer ("));
    visitor.type("donnees");
    EXPECT_EQ(visitor.count(Role::button, "donnees"), 0u) << "it stands in the field";
    visitor.click(Role::button, "Tout effacer");
    EXPECT_TRUE(visitor.sees(Role::heading, "13 défis"));
}

TEST(Visit, OnAPhoneWhatWasChosenBeforeStandsFirstAndWhatIsTappedStaysInPlace) {
    Visitor visitor(support::readBundledProgramme(),
                    {.width = 390, .query = "competences=javascript&ville=Brest", .hasCoarsePointer = true});
    const auto leftOf = [&](std::string_view name) {
        return semantics::absoluteRect(visitor.tree(), visitor.find(Role::button, name)).x;
    };
    EXPECT_LT(leftOf("Filtrer"), leftOf("JavaScript, "));
    EXPECT_LT(leftOf("JavaScript, "), leftOf("Brest, "));
    EXPECT_LT(leftOf("Brest, "), leftOf("Data science, "));
    const float before = leftOf("Python, ");
    visitor.click(Role::button, "Python, ");
    EXPECT_EQ(leftOf("Python, "), before);
    const float brest = leftOf("Brest, ");
    visitor.click(Role::button, "Brest, ");
    EXPECT_EQ(visitor.node(Role::button, "Brest, ").pressed, Tristate::no);
    EXPECT_EQ(leftOf("Brest, "), brest) << "can be chosen again";
    visitor.click(Role::button, "Filtrer", true);
    visitor.click(Role::button, "Voir 7 défis");
    EXPECT_LT(leftOf("Python, "), leftOf("Data science, "));
    EXPECT_EQ(visitor.count(Role::button, "Brest, "), 0u);
}

TEST(Visit, TheFilterNamesEachSkillByOneName) {
    for (const bool isCoarse : {false, true}) {
        Visitor visitor(support::readBundledProgramme(), {.hasCoarsePointer = isCoarse});
        const semantics::Node& skill = visitor.node(Role::checkbox, "Apprentissage automatique");
        EXPECT_EQ(skill.description, "");
        EXPECT_FALSE(visitor.seesText("deep learning"));
        visitor.type("deep learning");
        EXPECT_TRUE(visitor.seesText("Apprentissage automatique (deep learning)")) << "a search finds the others";
    }
}

TEST(Visit, WhereAllHostsAreInOneCityThereIsNothingToChoose) {
    const Visitor visitor(support::readProjectFile("tests/data/programmes/good/one-challenge.json"));
    EXPECT_FALSE(visitor.sees(Role::group, "Ville"));
}

TEST(Visit, WhatTheAddressHoldsThatIsNotKnownIsKept) {
    Visitor visitor(support::readBundledProgramme(),
                    {.query = "competences=cobol&utm_source=mail&tri=titre&now=2017-10-15"});
    EXPECT_TRUE(visitor.sees(Role::heading, "13 défis"));
    visitor.click(Role::checkbox, "Brest, 1 défi");
    EXPECT_EQ(visitor.address(), "competences=cobol&ville=Brest&utm_source=mail&tri=titre&now=2017-10-15");
}

TEST(Visit, WhatIsCutForWantOfRoomIsDescribedWhole) {
    Visitor visitor(support::readBundledProgramme(), {.width = 320, .query = "q=fraude"});
    const auto& nodes = visitor.tree().nodes;
    EXPECT_TRUE(std::ranges::any_of(nodes, &semantics::Node::isCut)) << "the notes on what matches";
    for (const semantics::Node& node : nodes) {
        const bool hasEllipsis = semantics::textOfLines(node).find("…") != std::string::npos;
        EXPECT_FALSE(node.isCut && hasEllipsis) << semantics::textOfLines(node);
    }
}

TEST(Visit, ATooltipStaysUnderThePointerAndIsPutAwayByEscape) {
    Visitor visitor(support::readBundledProgramme(), {.query = "now=2017-10-15&defi=gobelins"});
    const auto centre = [&visitor](Role role, std::string_view name) {
        const semantics::Rect rect = semantics::visibleRect(
            visitor.tree(), visitor.application().scrollOffsets(), 1280, 800,
            name.empty() ? semantics::findAll(visitor.tree(), role, "").front() : visitor.find(role, name));
        return std::pair(rect.x + rect.width / 2, rect.y + rect.height / 2);
    };
    const auto hover = [&visitor](std::pair<float, float> place) {
        visitor.application().movePointer(place);
        visitor.wait(0);
    };
    visitor.scrollTo(0);
    hover(centre(Role::button, "Sélection des défis"));
    ASSERT_EQ(visitor.count(Role::tooltip), 1u);
    hover(centre(Role::tooltip, ""));
    EXPECT_EQ(visitor.count(Role::tooltip), 1u) << "the pointer is on it";
    visitor.press("Escape");
    EXPECT_EQ(visitor.count(Role::tooltip), 0u);
    EXPECT_TRUE(visitor.sees(Role::complementary, "Gobelins")) << "one thing at a time";
    hover(centre(Role::button, "Semaine d’intégration"));
    EXPECT_EQ(visitor.count(Role::tooltip), 1u);
    hover({640, 20});
    EXPECT_EQ(visitor.count(Role::tooltip), 0u);
}

TEST(Visit, ATooltipThatTheNextFrameNoLongerShowsTakesNoEscape) {
    Visitor visitor(support::readBundledProgramme(), {.query = "now=2017-10-15&defi=gobelins"});
    visitor.tabTo(Role::button, "Sélection des défis, du");
    ASSERT_EQ(visitor.count(Role::tooltip), 1u);
    platform::Application& application = visitor.application();
    const semantics::NodeId link = visitor.find(Role::link, "Candidater à ce défi");
    application.setFocus(link, true); // and no frame is drawn before the next key
    application.pressKey(link, "Escape");
    visitor.settle();
    EXPECT_FALSE(visitor.sees(Role::complementary, "Gobelins"));
}

TEST(Visit, NothingLeavesTheProgramWhileNothingChanges) {
    Visitor visitor(support::readBundledProgramme());
    visitor.settle();
    EXPECT_TRUE(visitor.lastUpdate().isEmpty());
    visitor.scrollTo(300); // scrolling changes no rectangle
    EXPECT_TRUE(visitor.lastUpdate().isEmpty());
}

TEST(Visit, AFilterThatTakesTheFocusedCardAwayMovesTheFocusOn) {
    Visitor visitor(support::readBundledProgramme());
    visitor.tabTo(Role::link, "PrédiSauvetage", true);
    visitor.type("gobelins");
    EXPECT_EQ(visitor.focused(), visitor.find(Role::link, "Gobelins", true)); // the next card that is still shown
}

TEST(Visit, EveryInteractiveNodeHasANameAndAPlace) {
    for (const float width : {320.0F, 390.0F, 800.0F, 1280.0F, 1440.0F}) {
        for (const std::string_view query :
             {"", "defi=hopkins", "vue=filtres", "choix=hopkins&vue=choix", "etape=auditions"}) {
            const Visitor visitor(support::readBundledProgramme(), {.width = width, .query = std::string(query)});
            for (const semantics::Node& node : visitor.tree().nodes) {
                if (!node.isInteractive || node.isDecorative) continue;
                EXPECT_NE(semantics::accessibleName(visitor.tree(), node.id), "") << width << " " << query << "\n"
                                                                                  << visitor.snapshot();
                EXPECT_GT(node.rect.height, 0) << semantics::accessibleName(visitor.tree(), node.id);
            }
        }
    }
}

TEST(Visit, TargetsAreLargeEnoughForAFingerAndForAMouse) {
    for (const bool isCoarse : {false, true}) {
        const float least = isCoarse ? 44.0F : 24.0F;
        for (const float width : {390.0F, 1280.0F}) {
            for (const std::string_view query :
                 {"now=2017-10-15&competences=python&q=data", "defi=hopkins", "vue=filtres", "etape=auditions",
                  "choix=gobelins,prevision&vue=choix", "q=zzzz", "lignes=organisme",
                  "periode=2017-09-01..2017-10-31&pendant=2018-01-01..2018-01-31"}) {
                const Visitor visitor(support::readBundledProgramme(),
                                      {.width = width, .query = std::string(query), .hasCoarsePointer = isCoarse});
                for (const semantics::Node& node : visitor.tree().nodes) {
                    // What is decorative does what another target does (WCAG 2.5.8, "equivalent").
                    if (!node.isInteractive || node.isDecorative) continue;
                    const std::string what = semantics::accessibleName(visitor.tree(), node.id);
                    EXPECT_GE(node.rect.height, least) << what << " " << width << " " << query;
                    EXPECT_GE(node.rect.width, least) << what << " " << width << " " << query;
                }
            }
        }
    }
}

TEST(Visit, NothingReachesBeyondThePagesWidth) {
    for (const float width : {320.0F, 390.0F, 700.0F, 900.0F, 1100.0F, 1280.0F, 1920.0F}) {
        for (const std::string_view query :
             {"", "defi=hopkins", "vue=filtres", "etape=auditions", "competences=python,r,javascript&q=data"}) {
            const Visitor visitor(support::readBundledProgramme(), {.width = width, .query = std::string(query)});
            for (const semantics::Node& node : visitor.tree().nodes) {
                if (node.role != Role::text) continue;
                const semantics::Rect rect = semantics::absoluteRect(visitor.tree(), node.id);
                bool isInScroller = false;
                for (const semantics::Node* up = &node; up->id != semantics::kRootId;
                     up = visitor.tree().find(up->parent)) {
                    isInScroller |= (up->scrollAxes & 1) != 0;
                }
                if (isInScroller) continue;
                EXPECT_GE(rect.x, -0.5F) << width << " " << query << " " << node.lines.front();
                EXPECT_LE(rect.x + rect.width, width + 0.5F) << width << " " << query << " " << node.lines.front();
            }
        }
    }
}

TEST(Visit, KeepsTheLanguageThatWasChosenWhereTheBrowserPrefersAnother) {
    Visitor visitor(support::readBundledProgramme(), {.language = "en-GB"});
    EXPECT_EQ(visitor.tree().language, "en");
    visitor.click(Role::checkbox, "Python");
    visitor.goBack();
    EXPECT_EQ(visitor.tree().language, "en");
    visitor.click(Role::button, "Français");
    EXPECT_EQ(visitor.address(), "lang=fr");
    visitor.reload();
    EXPECT_EQ(visitor.tree().language, "fr");
    visitor.click(Role::checkbox, "Python");
    visitor.click(Role::button, "English");
    visitor.goBack();
    EXPECT_EQ(visitor.tree().language, "fr");
}

TEST(Visit, SaysWhatIsWrongWithAFileInTheVisitorsLanguage) {
    const Visitor visitor("{", {.language = "en-GB"});
    EXPECT_TRUE(visitor.sees(Role::heading, "This programme cannot be shown"));
}

TEST(Visit, AWrongFileShowsItsProblemsWithTheirPlaces) {
    const Visitor visitor("{\n  \"schemaVersion\": 2\n}");
    EXPECT_FALSE(visitor.problems().empty());
    EXPECT_TRUE(visitor.sees(Role::heading, "Ce programme ne peut pas être affiché"));
    EXPECT_TRUE(visitor.seesText("Ligne 2"));
}

} // namespace
