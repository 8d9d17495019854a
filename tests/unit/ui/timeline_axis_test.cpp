#include "support/synthetic_programme.h"
#include "ui/motion.h"
#include "ui/timeline_axis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numbers>
#include <set>

namespace {

using programme::Day;
using programme::InterfaceLanguage;
using ui::Axis;
using ui::AxisLabel;
using ui::AxisLevel;
using ui::AxisPresence;
using ui::AxisUnit;
using ui::kAxisLevels;
using ui::TimeScale;

constexpr float kGap = 80;

/// Fixed metrics, wider than those of the page's font: 7 CSS px a character.
float measure(std::string_view text, bool) {
    const auto isLead = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; };
    return 7 * static_cast<float>(std::ranges::count_if(text, isLead));
}

TimeScale scaleOf(std::string_view first, std::string_view last, float width) {
    return ui::scaleOf(*programme::parseDay(first), *programme::parseDay(last), 0, width);
}

ui::AxisRoom roomOf(const TimeScale& scale) {
    return {scale.x, scale.x + scale.width, measure};
}

Axis axisAtRest(const TimeScale& scale, InterfaceLanguage language = InterfaceLanguage::french) {
    const std::size_t level = ui::axisLevelAt(scale.pixelsPerDay(), kGap);
    AxisPresence presence{};
    presence[level] = 1;
    return ui::makeAxis(scale, roomOf(scale), level, presence, language);
}

std::vector<std::string> texts(const Axis& axis, bool isMajor) {
    std::vector<std::string> result;
    for (const AxisLabel& label : axis.labels) {
        if (label.isMajor == isMajor && label.isAtRest) result.push_back(label.text);
    }
    return result;
}

Day dayOf(double time) {
    return Day(std::chrono::days(static_cast<int>(std::floor(time))));
}

/// What the upper row has to say above that time, by the calendar.
std::string nameAbove(AxisUnit unit, double time, InterfaceLanguage language) {
    const Day day = dayOf(time);
    switch (unit) {
    case AxisUnit::hour:
        return programme::formatDate(day, language);
    case AxisUnit::day:
        return programme::formatDateOrMonth({day, day, true}, language);
    case AxisUnit::month:
        return std::to_string(static_cast<int>(programme::civil(day).year()));
    case AxisUnit::year:
        break;
    }
    return {};
}

TEST(TimelineAxis, MarksMonthsUnderTheirYears) {
    const Axis axis = axisAtRest(scaleOf("2017-11-01", "2018-02-28", 500));
    EXPECT_EQ(texts(axis, false), (std::vector<std::string>{"nov.", "déc.", "janv.", "févr."}));
    EXPECT_EQ(texts(axis, true), (std::vector<std::string>{"2017", "2018"}));
}

TEST(TimelineAxis, LeavesMonthsOutWhereTheyWouldTouch) {
    const Axis axis = axisAtRest(scaleOf("2017-07-01", "2018-11-30", 800));
    EXPECT_EQ(texts(axis, false),
              (std::vector<std::string>{"juil.", "sept.", "nov.", "janv.", "mars", "mai", "juil.", "sept.", "nov."}));
}

TEST(TimelineAxis, MarksDaysUnderTheirMonthsWhenZoomedIn) {
    const Axis axis = axisAtRest(scaleOf("2017-09-28", "2017-10-04", 700), InterfaceLanguage::english);
    const std::vector<std::string> days = texts(axis, false);
    ASSERT_EQ(days.size(), 7u);
    EXPECT_EQ(days.front(), "Thu\u00A028");
    EXPECT_EQ(days[3], "Sun\u00A01");
    EXPECT_EQ(texts(axis, true), (std::vector<std::string>{"September 2017", "October 2017"}));
}

TEST(TimelineAxis, MarksHoursUnderTheirDayInTheClosestZoom) {
    const Axis axis = axisAtRest(scaleOf("2017-10-27", "2017-10-28", 700));
    EXPECT_EQ(texts(axis, false), (std::vector<std::string>{"0\u00A0h", "6\u00A0h", "12\u00A0h", "18\u00A0h",
                                                            "0\u00A0h", "6\u00A0h", "12\u00A0h", "18\u00A0h"}));
    EXPECT_EQ(texts(axis, true), (std::vector<std::string>{"27\u00A0octobre 2017", "28\u00A0octobre 2017"}));
}

TEST(TimelineAxis, MarksYearsAcrossDecadesAndMillennia) {
    EXPECT_EQ(texts(axisAtRest(scaleOf("1950-01-01", "2049-12-31", 1000)), false)[1], "1960");
    const Axis axis = axisAtRest(scaleOf("0000-01-01", "9999-12-31", 300));
    EXPECT_FALSE(axis.labels.empty());
    EXPECT_LE(axis.labels.size(), 11u);
}

// The upper row's label that stays in view is not taken for that of the next unit.
TEST(TimelineAxis, TheNameOfAUnitGivesWayToTheNextOne) {
    const Axis months = axisAtRest(scaleOf("2017-12-24", "2018-05-14", 1132));
    EXPECT_EQ(texts(months, true),
              (std::vector<std::string>{"janvier 2018", "février 2018", "mars 2018", "avril 2018", "mai 2018"}));
    const Axis days = axisAtRest(scaleOf("2017-12-31", "2018-01-20", 1132));
    EXPECT_EQ(texts(days, true), (std::vector<std::string>{"janvier 2018"}));
}

/// Calls `look(scale, language)` for random windows: any width and place, from two days to some centuries.
void lookAtRandomWindows(const std::function<void(const TimeScale&, InterfaceLanguage)>& look) {
    support::Numbers numbers(11);
    const auto share = [&] { return static_cast<double>(numbers.below(1'000'001)) / 1e6; };
    for (int window = 0; window < 20'000; ++window) {
        const double length = 2 * std::pow(10.0, 5 * share());
        const double first = -100'000 + 300'000 * share();
        const auto width = static_cast<float>(200 + 1800 * share());
        const auto x = static_cast<float>(100 * share());
        look({first, length, x, width}, numbers.below(2) == 0 ? InterfaceLanguage::french : InterfaceLanguage::english);
        if (testing::Test::HasFailure()) return;
    }
}

TEST(TimelineAxis, EachLabelStandsInTheUnitThatItNames) {
    lookAtRandomWindows([](const TimeScale& scale, InterfaceLanguage language) {
        const Axis axis = axisAtRest(scale, language);
        const AxisUnit unit = kAxisLevels[ui::axisLevelAt(scale.pixelsPerDay(), kGap)].unit;
        for (const AxisLabel& label : axis.labels) {
            EXPECT_GE(label.x + label.width, scale.x);
            EXPECT_LE(label.x, scale.x + scale.width);
            if (!label.isMajor) {
                EXPECT_NEAR(label.x, scale.xAt(label.time) + ui::kAxisLabelGap, 0.01) << label.text;
                continue;
            }
            EXPECT_GE(label.x, scale.xAt(label.time) - 0.01F) << label.text;
            EXPECT_LE(label.x + label.width, scale.xAt(label.end) + 0.01F) << label.text;
            EXPECT_EQ(label.text, nameAbove(unit, label.time + 0.01, language));
            EXPECT_NE(label.text, nameAbove(unit, label.end + 0.01, language));
            EXPECT_EQ(label.text, nameAbove(unit, label.end - 0.01, language));
        }
    });
}

// Above each label of the lower row stands the name of the month (the year, the day) that it is in, and no other one.
TEST(TimelineAxis, NoDateStandsUnderAWrongMonthOrYear) {
    lookAtRandomWindows([](const TimeScale& scale, InterfaceLanguage language) {
        const Axis axis = axisAtRest(scale, language);
        const AxisUnit unit = kAxisLevels[ui::axisLevelAt(scale.pixelsPerDay(), kGap)].unit;
        if (unit == AxisUnit::year) return;
        for (const AxisLabel& minor : axis.labels) {
            if (minor.isMajor) continue;
            const AxisLabel* above = nullptr; // the last one that begins at or before the date
            for (const AxisLabel& major : axis.labels) {
                if (!major.isMajor || major.x > minor.x + 0.01F) continue;
                if (above == nullptr || major.x > above->x) above = &major;
            }
            // Where a label is left of the window, it has to stand over all that it seems to stand over.
            if (above == nullptr || !above->isAtRest) continue;
            EXPECT_EQ(above->text, nameAbove(unit, minor.time + 0.01, language)) << minor.text;
        }
    });
}

TEST(TimelineAxis, AUnitThatBeginsInViewHasItsName) {
    lookAtRandomWindows([](const TimeScale& scale, InterfaceLanguage language) {
        const Axis axis = axisAtRest(scale, language);
        for (const ui::AxisLine& line : axis.lines) {
            if (!line.isMajor || line.x + ui::kAxisLabelGap >= scale.x + scale.width) continue;
            const auto isIts = [&](const AxisLabel& label) {
                return label.isMajor && std::abs(label.x - line.x - ui::kAxisLabelGap) < 0.01F;
            };
            EXPECT_TRUE(std::ranges::any_of(axis.labels, isIts)) << line.x;
        }
    });
}

TEST(TimelineAxis, LabelsKeepTheirDistanceAndNeverOverlap) {
    lookAtRandomWindows([](const TimeScale& scale, InterfaceLanguage language) {
        const Axis axis = axisAtRest(scale, language);
        for (const bool isMajor : {false, true}) {
            std::vector<const AxisLabel*> row;
            for (const AxisLabel& label : axis.labels) {
                if (label.isMajor == isMajor) row.push_back(&label);
            }
            for (std::size_t index = 1; index < row.size(); ++index) {
                EXPECT_LE(row[index - 1]->x + row[index - 1]->width, row[index]->x);
                const float least = isMajor ? 0 : kGap;
                EXPECT_GE(row[index]->x - row[index - 1]->x, least - 0.01F);
            }
        }
    });
}

TEST(TimelineAxis, TheGridNeverVanishesWhileOneLevelFadesIntoAnother) {
    const TimeScale scale = scaleOf("2018-01-01", "2018-06-30", 1000);
    const auto levelOf = [](AxisUnit unit, int step) {
        const auto found = std::ranges::find_if(
            kAxisLevels, [&](const AxisLevel& level) { return level.unit == unit && level.step == step; });
        return static_cast<std::size_t>(found - kAxisLevels.begin());
    };
    for (const float come : {0.25F, 0.5F, 0.75F}) {
        AxisPresence presence{};
        presence[levelOf(AxisUnit::month, 1)] = 1 - come;
        presence[levelOf(AxisUnit::day, 14)] = come;
        const Axis axis =
            ui::makeAxis(scale, roomOf(scale), levelOf(AxisUnit::day, 14), presence, InterfaceLanguage::french);
        std::set<float> opacities;
        for (const ui::AxisLine& line : axis.lines) opacities.insert(line.opacity);
        EXPECT_EQ(opacities, (std::set<float>{1 - come, come}));
        for (const AxisLabel& label : axis.labels) EXPECT_LE(label.opacity, 0.5F) << "words go before others come";
    }
}

TEST(TimelineAxis, EveryScaleEndsAtItsLastDaysEnd) {
    const TimeScale scale = scaleOf("2017-07-01", "2017-07-31", 310);
    EXPECT_FLOAT_EQ(scale.xOf(scale.firstDay()), 0);
    EXPECT_FLOAT_EQ(scale.xAt(scale.first + scale.length), 310);
}

// ── Zooming and panning, frame by frame ──

constexpr float kFastestFading = 0.5F; // by the first frame of a motion

/// Draws an axis each sixtieth of a second, and checks that it does not jump.
class Film {
public:
    /// `fastest`: how much a label's opacity may change in a frame.
    explicit Film(float fastest, bool isStill = false) : fastest_(fastest), isStill_(isStill) {}

    void draw(const TimeScale& scale) {
        motion_.begin(seconds_, isStill_);
        seconds_ += 1.0 / 60;
        const std::size_t level = ui::axisLevelAt(scale.pixelsPerDay(), kGap);
        AxisPresence presence{};
        for (std::size_t index = 0; index < presence.size(); ++index)
            presence[index] = motion_.animate(static_cast<semantics::NodeId>(index + 1), ui::Property::opacity,
                                              index == level ? 1.0F : 0.0F);
        motion_.end();
        const Axis axis = ui::makeAxis(scale, roomOf(scale), level, presence, InterfaceLanguage::french);
        levels_.insert(level);
        checkPlaces(axis, scale);
        checkOverlaps(axis);
        checkFading(axis, scale);
        before_ = scale;
    }

    [[nodiscard]] const std::set<std::size_t>& levels() const { return levels_; }
    [[nodiscard]] int fading() const { return fading_; }

private:
    static bool isSeen(const AxisLabel& label) { return label.opacity > 0; }

    void checkPlaces(const Axis& axis, const TimeScale& scale) const {
        for (const AxisLabel& label : axis.labels) {
            const float atDate = scale.xAt(label.time) + ui::kAxisLabelGap;
            const bool isAtDate = std::abs(label.x - atDate) <= 1;
            // The upper row's first name stays in view while its unit goes on.
            const bool isHeld = label.isMajor && scale.xAt(label.time) < scale.x;
            EXPECT_TRUE(isAtDate || isHeld) << label.text << " " << label.x << " " << atDate;
        }
    }

    static void checkOverlaps(const Axis& axis) {
        for (const AxisLabel& one : axis.labels) {
            for (const AxisLabel& other : axis.labels) {
                if (&one == &other || one.isMajor != other.isMajor || !isSeen(one) || !isSeen(other)) continue;
                EXPECT_TRUE(one.x + one.width <= other.x || other.x + other.width <= one.x)
                    << one.text << " and " << other.text;
            }
        }
    }

    /// No label's opacity changes by more than it does in the fastest part of a motion. At the edges of the axis it
    /// changes by as much as of the label comes into view.
    void checkFading(const Axis& axis, const TimeScale& scale) {
        std::map<std::string, float> opacities;
        for (const AxisLabel& label : axis.labels) opacities[label.key] = label.opacity;
        for (const AxisLabel& label : axis.labels) {
            fading_ += label.opacity > 0 && label.opacity < 1 ? 1 : 0;
            if (frame_ > 0) checkStep(label, valueOr(opacities_, label.key), label.opacity, scale);
        }
        for (const AxisLabel& label : labels_) {
            if (!opacities.contains(label.key)) checkStep(label, label.opacity, 0, scale);
        }
        opacities_ = std::move(opacities);
        labels_ = axis.labels;
        ++frame_;
    }

    static float valueOr(const std::map<std::string, float>& values, const std::string& key) {
        const auto found = values.find(key);
        return found != values.end() ? found->second : 0;
    }

    void checkStep(const AxisLabel& label, float from, float to, const TimeScale& scale) const {
        const float moved = std::abs(scale.xAt(label.time) - before_.xAt(label.time)) +
                            (label.isMajor ? std::abs(scale.xAt(label.end) - before_.xAt(label.end)) : 0);
        EXPECT_LE(std::abs(to - from), fastest_ + moved / label.width) << label.text << " in frame " << frame_;
    }

    float fastest_;
    bool isStill_;
    ui::Motion motion_;
    double seconds_ = 10;
    int frame_ = 0;
    int fading_ = 0;
    TimeScale before_;
    std::map<std::string, float> opacities_;
    std::vector<AxisLabel> labels_;
    std::set<std::size_t> levels_;
};

/// The frames of two seconds, from 0 to 1 and slow at both ends.
std::vector<double> twoSeconds() {
    std::vector<double> shares;
    for (int frame = 0; frame <= 120; ++frame) shares.push_back(0.5 - 0.5 * std::cos(std::numbers::pi * frame / 120));
    return shares;
}

/// Between the whole calendar and two days, about the call's last day.
TimeScale zoomed(double share, float width) {
    const TimeScale whole = scaleOf("2017-07-01", "2018-11-30", width);
    const double anchor = programme::dayNumber(*programme::parseDay("2017-10-27"));
    const double length = whole.length * std::pow(2 / whole.length, share);
    return {anchor - (anchor - whole.first) / whole.length * length, length, 0, width};
}

TEST(TimelineAxis, AZoomOfTwoSecondsMovesNoLabelAndLetsNoneJump) {
    for (const float width : {366.0F, 606.0F, 1132.0F}) {
        Film film(kFastestFading);
        for (const double share : twoSeconds()) film.draw(zoomed(share, width));
        for (const double share : twoSeconds()) film.draw(zoomed(1 - share, width));
        EXPECT_GE(film.levels().size(), 6u);
        EXPECT_GT(film.fading(), 0);
    }
}

TEST(TimelineAxis, AQuickZoomThatTurnsRoundLetsNoLabelsOverlap) {
    support::Numbers numbers(5);
    Film film(1);
    double share = 0;
    for (int turn = 0; turn < 300; ++turn) {
        const double target = static_cast<double>(numbers.below(1001)) / 1000;
        const auto frames = static_cast<int>(3 + numbers.below(20));
        for (int frame = 0; frame < frames; ++frame) {
            share += (target - share) / frames;
            film.draw(zoomed(share, 1132));
        }
    }
}

TEST(TimelineAxis, APanOfTwoSecondsMovesNoLabelAndLetsNoneJump) {
    for (const double length : {3.0, 20.0, 60.0, 200.0}) {
        Film film(kFastestFading);
        for (const double share : twoSeconds()) film.draw({17'300 + 300 * share, length, 0, 1132});
    }
}

TEST(TimelineAxis, WithoutMotionTheLevelsSwitch) {
    Film film(1, true);
    for (const double share : twoSeconds()) film.draw(zoomed(share, 1132));
    EXPECT_GE(film.levels().size(), 6u);
}

} // namespace
