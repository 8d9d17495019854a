// Generates programme files of any size for tests and benchmarks. The same size gives the same bytes on every machine.
// They resemble the real programme: two languages, forty skills in five groups, one to three profiles for each
// challenge, and texts whose words follow Zipf's law (the frequency of the word of rank r is about proportional to
// 1/r). The file with 100 000 challenges is just below the reader's limit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace support {

/// Pseudorandom numbers, the same on every machine (xorshift64*, https://doi.org/10.1145/2845077).
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}

    /// 0…limit − 1
    std::size_t below(std::size_t limit) {
        state_ ^= state_ >> 12u;
        state_ ^= state_ << 25u;
        state_ ^= state_ >> 27u;
        return static_cast<std::size_t>((state_ * 0x2545F4914F6CDD1Du >> 33u) % limit);
    }

    std::string_view pick(std::span<const std::string_view> words) { return words[below(words.size())]; }

    /// 0…2^octaves − 1, distributed so that each octave (from one power of two to the next) is equally likely.
    std::size_t rank(std::size_t octaves) {
        const std::size_t first = std::size_t{1} << below(octaves);
        return first - 1 + below(first);
    }

private:
    std::uint64_t state_;
};

struct SyntheticSkill {
    std::string_view id;
    std::string_view french;
    std::string_view english;
    std::string_view aliases; // as JSON, without the array's brackets
};

inline constexpr std::size_t kSkillsOfGroup = 8;

struct SyntheticGroup {
    std::string_view id;
    std::string_view french;
    std::string_view english;
    std::array<SyntheticSkill, kSkillsOfGroup> skills;
};

inline constexpr SyntheticGroup kSyntheticGroups[] = {
    {"donnees",
     "Données",
     "Data",
     {{{"data-science", "Data science", "Data science", R"("data scientist","statistiques","statistics","pandas")"},
       {"ml", "Apprentissage automatique", "Machine learning", R"("IA","AI","deep learning","PyTorch")"},
       {"nlp", "Traitement du langage", "Language processing", R"("TAL","NLP","text mining","analyse de textes")"},
       {"graphes", "Analyse de graphes", "Graph analysis", R"("réseau","network","communautés")"},
       {"ingenierie", "Ingénierie des données", "Data engineering", R"("ETL","big data","Spark","data lake")"},
       {"dataviz", "Visualisation de données", "Data visualisation", R"("dataviz","d3.js","Tableau","graphiques")"},
       {"carto", "Géomatique et cartographie", "Geomatics and mapping", R"("SIG","GIS","cartes","maps")"},
       {"web-donnees", "Web des données", "Linked data", R"("web sémantique","ontologie","RDF","SPARQL")"}}}},
    {"code",
     "Développement",
     "Development",
     {{{"web", "Développement web", "Web development", R"("développeuse","développeur","full-stack","HTML","PHP")"},
       {"logiciel", "Développement logiciel", "Software development", R"("génie logiciel","programming")"},
       {"architecture", "Architecture logicielle", "Software architecture", R"("architecte","intégration")"},
       {"bases", "Bases de données", "Databases", R"("SQL","NoSQL","PostgreSQL")"},
       {"recherche", "Moteurs de recherche", "Search engines", R"("Elasticsearch","Solr","indexation")"},
       {"api", "API et interopérabilité", "APIs and interoperability", R"("web services","JSON","XML")"},
       {"collecte", "Collecte de données", "Data collection", R"("scraping","crawling","moissonnage")"},
       {"devops", "DevOps", "DevOps", R"("déploiement","deployment","hébergement","intégration continue")"}}}},
    {"langages",
     "Langages",
     "Programming languages",
     {{{"python", "Python", "Python", R"("Django","Flask")"},
       {"r", "R", "R", R"("langage R","R language","Shiny")"},
       {"javascript", "JavaScript", "JavaScript", R"("JS","Node.js","TypeScript")"},
       {"java", "Java", "Java", R"("JVM","Spring")"},
       {"cpp", "C++", "C++", R"("Qt","embarqué")"},
       {"csharp", "C#", "C#", R"(".NET","dotnet")"},
       {"go", "Go", "Go", R"("golang")"},
       {"ruby", "Ruby", "Ruby", R"("Rails","Sinatra")"}}}},
    {"design",
     "Design",
     "Design",
     {{{"ux", "Expérience utilisateur (UX)", "User experience (UX)", R"("UX","designer","ergonomie")"},
       {"ui", "Design d’interface (UI)", "Interface design (UI)", R"("UI","IHM","maquettes","mock-ups")"},
       {"services", "Design de services", "Service design", R"("prototypage","parcours usager")"},
       {"graphique", "Design graphique", "Graphic design", R"("graphisme","illustration")"},
       {"a11y", "Accessibilité numérique", "Digital accessibility", R"("a11y","RGAA","WCAG")"},
       {"motion", "Animation", "Animation", R"("motion design","vidéo")"},
       {"redaction", "Rédaction", "Writing", R"("langage clair","plain language")"},
       {"enquete", "Recherche utilisateur", "User research", R"("entretiens","interviews")"}}}},
    {"methode",
     "Métier et méthode",
     "Domain and method",
     {{{"agile", "Conduite de projet agile", "Agile project work", R"("scrum","gestion de projet")"},
       {"pedagogie", "Accompagnement et pédagogie", "Support and teaching", R"("coaching","formation","training")"},
       {"libre", "Logiciel libre", "Open source", R"("open-source","communs numériques")"},
       {"sante", "Données de santé", "Health data", R"("SNDS","médical","medicine")"},
       {"droit", "Droit du numérique", "Digital law", R"("RGPD","GDPR","juriste")"},
       {"social", "Innovation sociale", "Social innovation", R"("ESS","communs")"},
       {"education", "Éducation", "Education", R"("école","school","EdTech")"},
       {"securite", "Sécurité informatique", "Computer security", R"("cybersécurité","audit")"}}}},
};

inline constexpr std::string_view kFrenchWords[] = {
    "de",        "la",         "les",       "et",          "des",          "le",         "pour",       "données",
    "à",         "l’État",     "un",        "une",         "dans",         "du",         "en",         "sur",
    "par",       "au",         "aux",       "qui",         "avec",         "outil",      "agents",     "services",
    "public",    "plus",       "l’usager",  "mieux",       "d’analyse",    "projet",     "équipe",     "numérique",
    "santé",     "justice",    "métiers",   "territoires", "entreprises",  "accidents",  "prévention", "contrôle",
    "recherche", "œuvres",     "archives",  "fraude",      "cartographie", "interface",  "décision",   "qualité",
    "emploi",    "logement",   "transport", "agriculture", "l’énergie",    "formation",  "secours",    "mer",
    "forêt",     "patrimoine", "bâtiment",  "statistique", "procédures",   "prévisions", "usages",     "citoyens"};
inline constexpr std::string_view kEnglishWords[] = {
    "the",    "of",          "and",        "to",         "in",      "for",       "data",       "a",
    "with",   "public",      "on",         "that",       "from",    "by",        "tool",       "services",
    "staff",  "better",      "which",      "analysis",   "project", "team",      "digital",    "their",
    "health", "justice",     "trades",     "regions",    "firms",   "accidents", "prevention", "checks",
    "search", "works",       "archives",   "fraud",      "mapping", "interface", "decisions",  "quality",
    "jobs",   "housing",     "transport",  "farming",    "energy",  "training",  "rescue",     "sea",
    "forest", "heritage",    "buildings",  "statistics", "forms",   "forecasts", "uses",       "citizens",
    "open",   "state-owned", "well-known", "day-to-day", "work",    "users",     "people",     "time"};
inline constexpr std::string_view kSyllables[] = {
    "ta", "ré",  "mi", "lon", "ven", "so", "cé", "par", "tri", "gou", "bel", "nan", "chi", "dor", "fa",  "lu",
    "pi", "mar", "és", "con", "dé",  "vi", "ro", "sta", "é",   "jou", "gra", "ba",  "hé",  "cla", "tou", "in"};
inline constexpr std::string_view kFrenchEndings[] = {"tion", "ment", "age",  "eur", "euse", "ité", "ique", "ance",
                                                      "erie", "ade",  "iste", "oir", "ette", "ain", "ois",  "és"};
inline constexpr std::string_view kEnglishEndings[] = {"tion", "ment", "ing",  "er",   "ness", "ity",  "ical", "ance",
                                                       "ery",  "ade",  "ists", "able", "ship", "ally", "ed",   "ous"};
inline constexpr std::string_view kCities[] = {"Paris", "Lyon",     "Brest",  "Lille",  "Nantes",
                                               "Metz",  "Toulouse", "Angers", "Rennes", "Saint-Étienne"};
inline constexpr std::string_view kMinistries[] = {"Justice", "Intérieur", "Culture",  "Santé",
                                                   "Travail", "Armées",    "Économie", "Écologie"};
inline constexpr std::size_t kVocabularyOctaves = 15; // 32 767 words in each language

struct SyntheticLanguage {
    std::span<const std::string_view> words; // the most frequent first
    std::span<const std::string_view> endings;
};

inline constexpr SyntheticLanguage kFrench{kFrenchWords, kFrenchEndings};
inline constexpr SyntheticLanguage kEnglish{kEnglishWords, kEnglishEndings};

/// The word of that rank: a real word, or for higher ranks one made of syllables.
inline std::string syntheticWord(const SyntheticLanguage& language, std::size_t rank) {
    if (rank < language.words.size()) return std::string(language.words[rank]);
    const std::size_t made = rank - language.words.size();
    std::string word;
    for (std::size_t rest = made / language.endings.size() + 1; rest != 0; rest /= std::size(kSyllables)) {
        word += kSyllables[rest % std::size(kSyllables)];
    }
    return word.append(language.endings[made % language.endings.size()]);
}

class SyntheticProgramme {
public:
    explicit SyntheticProgramme(std::size_t givenCount) : challengeCount_(givenCount), numbers_(givenCount) {
        writeHead();
        for (std::size_t index = 0; index < challengeCount_; ++index) writeChallenge(index);
        json_ += "\n]}\n";
    }

    [[nodiscard]] std::string take() { return std::move(json_); }

private:
    static constexpr std::size_t kMostDescribed = 10'000; // larger programmes have no descriptions

    void write(std::initializer_list<std::string_view> parts) {
        for (const std::string_view part : parts) json_ += part;
    }

    void writeHead() {
        const std::string count = std::to_string(challengeCount_);
        write({R"({"schemaVersion":1,"id":"synthetic-)", count, R"(","title":{"fr":")", count, R"( défis","en":")",
               count, R"( challenges"},"defaultLanguage":"fr","timeZone":"Europe/Paris",)", "\n"});
        write({R"("application":{"url":"https://example.org/apply?from=list#form","opens":"2017-09-27",)",
               R"("closes":"2017-10-27","prefill":{"challenge":"defis","skills":"competences"},"maxChallenges":3},)",
               "\n\"skillGroups\":["});
        for (const SyntheticGroup& group : kSyntheticGroups) {
            write({&group == kSyntheticGroups ? "" : ",", R"({"id":")", group.id, R"(","label":)"});
            writeText(group.french, group.english);
            json_ += '}';
        }
        json_ += "],\n\"skills\":[";
        for (const SyntheticGroup& group : kSyntheticGroups) {
            for (const SyntheticSkill& skill : group.skills) writeSkill(group, skill);
        }
        write({"],\n", R"("milestones":[{"id":"call","kind":"call","title":{"fr":"Appel","en":"Call"},)",
               R"("start":"2017-09-27","end":"2017-10-27"},{"id":"cohort","kind":"cohort",)",
               R"("title":{"fr":"Promotion","en":"Cohort"},"start":"2018-01","end":"2018-11"}],)", "\n",
               R"("challenges":[)"});
    }

    void writeSkill(const SyntheticGroup& group, const SyntheticSkill& skill) {
        const bool isFirst = &skill == kSyntheticGroups[0].skills.data();
        write({isFirst ? "\n" : ",\n", R"({"id":")", skill.id, R"(","label":)"});
        writeText(skill.french, skill.english);
        write({R"(,"group":")", group.id, R"(","aliases":[)", skill.aliases, "]}"});
    }

    void writeText(std::string_view french, std::string_view english) {
        write({R"({"fr":")", french, R"(","en":")", english, "\"}"});
    }

    /// `wordCount` words separated by spaces.
    std::string makeSentence(const SyntheticLanguage& language, std::size_t wordCount) {
        std::string sentence;
        for (std::size_t index = 0; index < wordCount; ++index) {
            if (index != 0) sentence += ' ';
            sentence += syntheticWord(language, numbers_.rank(kVocabularyOctaves));
        }
        return sentence;
    }

    void writeSentence(std::size_t wordCount) {
        const std::string french = makeSentence(kFrench, wordCount);
        writeText(french, makeSentence(kEnglish, wordCount));
    }

    void writeChallenge(std::size_t index) {
        write({index == 0 ? "" : ",", "\n", R"({"id":"challenge-)", std::to_string(index + 1), R"(","title":)"});
        writeSentence(2 + numbers_.below(3));
        json_ += R"(,"tagline":)";
        writeSentence(4 + numbers_.below(3));
        json_ += R"(,"summary":)";
        writeSentence(8 + numbers_.below(5));
        if (challengeCount_ <= kMostDescribed) {
            json_ += R"(,"description":[)";
            writeSentence(60 + numbers_.below(60));
            json_ += ']';
        }
        const std::string host = std::to_string(numbers_.rank(9));
        write({R"(,"host":{"name":"Mission )", host, R"(","ministry":")", numbers_.pick(kMinistries), R"(","city":")",
               numbers_.pick(kCities), R"("},"profiles":[)"});
        const std::size_t profileCount = 1 + numbers_.below(3);
        for (std::size_t profile = 0; profile < profileCount; ++profile) writeProfile(profile);
        write({R"(],"start":"2018-01","end":"2018-)", index % 2 == 0 ? "10" : "11", "\"}"});
    }

    /// A profile with one to three skills of one group and, in half of the cases, a preferred skill of the next group.
    void writeProfile(std::size_t profile) {
        const std::size_t group = numbers_.below(std::size(kSyntheticGroups));
        const SyntheticGroup& next = kSyntheticGroups[(group + 1) % std::size(kSyntheticGroups)];
        const auto& skills = kSyntheticGroups[group].skills;
        const std::size_t first = numbers_.rank(3);
        write({profile == 0 ? "" : ",", R"({"title":")", skills[first].french, R"(","skills":[)"});
        const std::size_t skillCount = 1 + numbers_.below(3);
        for (std::size_t skill = 0; skill < skillCount; ++skill) {
            write({skill == 0 ? "\"" : ",\"", skills[(first + skill) % kSkillsOfGroup].id, "\""});
        }
        if (numbers_.below(2) == 0) {
            write({R"(],"preferredSkills":[")", next.skills[numbers_.rank(3)].id, "\""});
        }
        json_ += "]}";
    }

    std::size_t challengeCount_;
    Numbers numbers_;
    std::string json_;
};

/// The file of a programme with `challengeCount` challenges.
inline std::string makeSyntheticProgramme(std::size_t challengeCount) {
    return SyntheticProgramme(challengeCount).take();
}

} // namespace support
