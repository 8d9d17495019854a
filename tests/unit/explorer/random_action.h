// Random actions, of every kind that explorer::Action has: an action's members are filled by their types, so that a new
// action is made without a line here.
#pragma once

#include "explorer/facets.h"
#include "explorer/facts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace explorer {

class RandomActions {
public:
    RandomActions(const programme::Programme& programme, const Facts& facts, std::uint32_t seed)
        : programme_(programme), facts_(facts), random_(seed) {}

    /// One that a visitor could make, or a stranger's script.
    Action next() {
        constexpr std::size_t kCount = std::variant_size_v<Action>;
        return make(below(kCount), std::make_index_sequence<kCount>());
    }

    std::size_t below(std::size_t limit) { return random_() % limit; }

    std::string text() {
        static constexpr std::array<std::string_view, 13> kPieces = {"a",     " ",  "&", "=", "%",      "+", "é",
                                                                     "œuvre", "\n", "#", "*", "\u202F", ","};
        if (below(8) == 0) return std::string(below(300), 'x');
        std::string text;
        for (std::size_t pieces = below(6); pieces > 0; --pieces) text += kPieces[below(kPieces.size())];
        return text;
    }

    /// Pieces of an address, known and unknown, whole and broken.
    std::string queryString() {
        static constexpr std::array<std::string_view, 35> kPieces = {"defi=gobelins",
                                                                     "competences=",
                                                                     "r,",
                                                                     "python,",
                                                                     "cobol,",
                                                                     "ville=",
                                                                     "Washington*,+D**C,",
                                                                     "Atlantis,",
                                                                     "*",
                                                                     ",",
                                                                     "q=",
                                                                     "lang=en",
                                                                     "lang=",
                                                                     "vue=comparer",
                                                                     "choix=",
                                                                     "hopkins,",
                                                                     "gone,",
                                                                     "periode=",
                                                                     "..",
                                                                     "2018-01-05",
                                                                     "2018-03-01",
                                                                     "touches=non",
                                                                     "lignes=debut",
                                                                     "periode=tout",
                                                                     "pendant=",
                                                                     "now=2017-10-15",
                                                                     "utm_source=mail",
                                                                     "ministere=culture",
                                                                     "tri=titre",
                                                                     "?",
                                                                     "&",
                                                                     "&",
                                                                     "&",
                                                                     "%",
                                                                     "\xC3"};
        std::string text;
        for (std::size_t pieces = below(14); pieces > 0; --pieces) {
            text += kPieces[below(kPieces.size())];
            if (below(5) == 0) text += static_cast<char>(below(256));
            if (below(200) == 0) text += std::string(below(4000), 'u');
        }
        return text;
    }

private:
    /// Becomes whatever an action's member is.
    struct Member {
        template <typename T>
        operator T() const { // NOLINT(google-explicit-constructor): aggregates convert their members implicitly
            return actions->value(static_cast<T*>(nullptr));
        }
        RandomActions* actions;
    };

    template <std::size_t... kKinds>
    Action make(std::size_t kind, std::index_sequence<kKinds...>) {
        Action action;
        ((kind == kKinds ? static_cast<void>(action = one<std::variant_alternative_t<kKinds, Action>>()) : void()),
         ...);
        return action;
    }

    template <typename One>
    One one() {
        if constexpr (std::is_same_v<One, Navigate>) {
            text_ = queryString();
            return {text_, below(2) == 0};
        } else if constexpr (std::is_empty_v<One>) {
            return {};
        } else if constexpr (requires(Member member) { One{member, member, member}; }) {
            return One{Member{this}, Member{this}, Member{this}};
        } else if constexpr (requires(Member member) { One{member, member}; }) {
            return One{Member{this}, Member{this}};
        } else {
            return One{Member{this}};
        }
    }

    std::string_view value(const std::string_view*) { return text_ = text(); }
    /// A factor, a number of days, a day, or none of these.
    double value(const double*) {
        switch (below(4)) {
        case 0:
            return 0.1 * static_cast<double>(1 + below(20));
        case 1:
            return static_cast<double>(below(400)) - 200;
        case 2:
            return 17000.0 + static_cast<double>(below(1000));
        default:
            return below(2) == 0 ? std::numeric_limits<double>::infinity() : -1;
        }
    }
    bool value(const bool*) { return below(2) == 0; }
    int value(const int*) { return static_cast<int>(below(7)) - 3; }
    /// Places in the programme's lists, and one beyond the longest.
    template <typename Index>
    requires std::is_unsigned_v<Index> Index value(const Index*) {
        std::size_t most = std::max({programme_.challenges.size(), programme_.milestones.size(),
                                     programme_.languages.size(), std::size_t{facts_.groupCount()}});
        for (const FacetFacts& facet : facts_.facets) most = std::max(most, facet.values.size());
        return static_cast<Index>(below(below(3) == 0 ? most + 1 : std::min<std::size_t>(most, 4)));
    }
    Crowd value(const Crowd*) {
        const std::size_t* const place = nullptr;
        return {value(place), value(place)};
    }
    View value(const View*) { return static_cast<View>(below(4)); }
    LinesView value(const LinesView*) { return static_cast<LinesView>(below(4)); }
    AgendaPart value(const AgendaPart*) { return static_cast<AgendaPart>(below(2)); }
    Facet value(const Facet*) { return static_cast<Facet>(below(search::kFacetCount + 1)); }

    const programme::Programme& programme_;
    const Facts& facts_;
    std::mt19937 random_;
    std::string text_; // that the last action views
};

} // namespace explorer
