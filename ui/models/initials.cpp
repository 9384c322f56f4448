// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/initials.h>

#include <QByteArray>

#include <algorithm>
#include <array>
#include <iconv.h>

namespace huiyin {

namespace {

// The first level of GB 2312 is ordered by sound: each letter begins at one code.
struct LetterStart
{
    int code;
    char16_t letter;
};

constexpr std::array<LetterStart, 24> kStarts = {{
    {0xB0A1, u'a'}, {0xB0C5, u'b'}, {0xB2C1, u'c'}, {0xB4EE, u'd'}, {0xB6EA, u'e'}, {0xB7A2, u'f'},
    {0xB8C1, u'g'}, {0xB9FE, u'h'}, {0xBBF7, u'j'}, {0xBFA6, u'k'}, {0xC0AC, u'l'}, {0xC2E8, u'm'},
    {0xC4C3, u'n'}, {0xC5B6, u'o'}, {0xC5BE, u'p'}, {0xC6DA, u'q'}, {0xC8BB, u'r'}, {0xC8F6, u's'},
    {0xCBFA, u't'}, {0xCDDA, u'w'}, {0xCEF4, u'x'}, {0xD1B9, u'y'}, {0xD4D1, u'z'}, {0xD7FA, 0},
}};

char16_t letterOf(int gbCode)
{
    const auto after = std::upper_bound(
        kStarts.begin(), kStarts.end(), gbCode, [](int code, const LetterStart &start) {
            return code < start.code;
        });
    return after == kStarts.begin() ? char16_t(0) : std::prev(after)->letter;
}

QByteArray gb2312(QStringView text)
{
    const iconv_t door = iconv_open("GB2312//IGNORE", "UTF-8");
    if (door == iconv_t(-1)) {
        return {};
    }
    QByteArray in = text.toUtf8();
    QByteArray out(in.size() * 2 + 4, '\0');
    char *from = in.data();
    char *to = out.data();
    size_t left = size_t(in.size());
    size_t room = size_t(out.size());
    iconv(door, &from, &left, &to, &room);
    iconv_close(door);
    out.truncate(out.size() - qsizetype(room));
    return out;
}

} // namespace

QString initials(QStringView text)
{
    QString letters;
    const QByteArray bytes = gb2312(text);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const int high = uchar(bytes[i]);
        if (high < 0x80) {
            const QChar sign = QChar::fromLatin1(bytes[i]).toLower();
            if (sign.isLetterOrNumber()) {
                letters += sign;
            }
            continue;
        }
        if (i + 1 >= bytes.size()) {
            break;
        }
        const char16_t letter = letterOf(high << 8 | uchar(bytes[++i]));
        if (letter) {
            letters += QChar(letter);
        }
    }
    return letters;
}

bool findsWord(QStringView typed, QStringView word)
{
    const QString sought = typed.toString().trimmed().remove(u'\'').remove(u' ');
    if (sought.isEmpty()) {
        return true;
    }
    return word.contains(typed.trimmed(), Qt::CaseInsensitive) ||
           word.contains(sought, Qt::CaseInsensitive) ||
           initials(word).startsWith(sought.toLower());
}

} // namespace huiyin
