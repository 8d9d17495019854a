// The names of the days of the week (words.h).
#include "programme/words.h"

namespace programme {

std::string_view shortWeekday(unsigned weekday, InterfaceLanguage language) {
    static_assert(static_cast<int>(Word::weekdayShort_7) - static_cast<int>(Word::weekdayShort_1) == 6);
    return word(static_cast<Word>(static_cast<unsigned>(Word::weekdayShort_1) + weekday), language);
}

} // namespace programme
