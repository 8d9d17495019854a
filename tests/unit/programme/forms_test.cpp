#include "programme/forms.h"

#include <gtest/gtest.h>

namespace programme {
namespace {

TEST(Forms, OfIds) {
    for (const char* text : {"a", "0", "a-b", "eig-2018", "a1-b2-c3"}) EXPECT_TRUE(isId(text)) << text;
    for (const char* text : {"", "-", "-a", "a-", "a--b", "A", "é", "a b", "a_b", "a\n", "a."})
        EXPECT_FALSE(isId(text)) << text;
}

TEST(Forms, OfLanguageTags) {
    for (const char* text : {"fr", "fry", "fr-CA", "fry-NL"}) EXPECT_TRUE(isLanguageTag(text)) << text;
    for (const char* text : {"", "f", "fran", "FR", "fr-", "fr-C", "fr-CAN", "fr-ca", "fr_CA", "fr-CA-x", "-FR", "f1"})
        EXPECT_FALSE(isLanguageTag(text)) << text;
}

TEST(Forms, OfAddresses) {
    for (const char* text :
         {"https://a", "https://a/", "https://example.org:8443/p?q=1&r=/?#f/?", "https://user:word@example.org",
          "https://[2001:db8::1]:80/", "https://example.org/%C3%A9", "https://example.org?", "https://example.org#",
          "https://example.org:", "https://a.b/(x);y=1,2*+!$'~_-.", "https://127.0.0.1/@:"})
        EXPECT_TRUE(isHttpsUrl(text)) << text;
    for (const char* text : {"",
                             "https",
                             "https:",
                             "https://",
                             "http://a",
                             "HTTPS://a",
                             "ftp://a",
                             "https:///a",
                             "https://a b",
                             "https://é",
                             "https://a/é",
                             "https://a/%",
                             "https://a/%2",
                             "https://a/%zz",
                             "https://a/\"",
                             "https://a/<b>",
                             "https://a/{b}",
                             "https://a/[b]",
                             "https://a\\b",
                             "https://a/^",
                             "https://a|b",
                             "https://a/`",
                             "https://a#b#c",
                             "https://a:8x/",
                             "https://a@b@c/",
                             "https://[::1",
                             "https://::1]",
                             "https://[x::]/",
                             "https://[1]/",
                             " https://a",
                             "https://a\n",
                             "https://:80/",
                             "https://user@/"})
        EXPECT_FALSE(isHttpsUrl(text)) << text;
}

TEST(Forms, OfTimeZones) {
    for (const char* text :
         {"UTC", "Europe/Paris", "America/Argentina/Buenos_Aires", "Etc/GMT+1", "America/Port-au-Prince"})
        EXPECT_TRUE(isTimeZoneName(text)) << text;
    for (const char* text :
         {"", "/", "Europe/", "/Paris", "Europe//Paris", "Europe/Paris ", "Paris time", "Été", "a.b"})
        EXPECT_FALSE(isTimeZoneName(text)) << text;
}

} // namespace
} // namespace programme
