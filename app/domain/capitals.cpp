// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/capitals.h>

namespace huiyin {

namespace {

constexpr char16_t kDigits[] = u"零壹贰叁肆伍陆柒捌玖";
constexpr qint64 kYi = 100'000'000;

/// Whole yuan without the word 元; nothing for 0.
QString wordsOfYuan(qint64 yuan)
{
    static constexpr char16_t kPlaces[] = u"\0拾佰仟";
    const QString digits = QString::number(yuan);
    QString words;
    bool zero = false;    // a run of zeros waits for a digit after it
    bool inGroup = false; // the present four places have a digit
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const qsizetype place = digits.size() - 1 - i;
        const int digit = digits.at(i).digitValue();
        if (digit == 0) {
            zero = !words.isEmpty();
        } else {
            if (zero) {
                words += kDigits[0];
            }
            words += kDigits[digit];
            if (place % 4 > 0) {
                words += kPlaces[place % 4];
            }
            zero = false;
            inGroup = true;
        }
        if (place % 8 == 4 && inGroup) {
            words += u'万';
        }
        // Ten thousand times 亿 is 万亿 even where the four places before it are empty.
        if (place == 8 && yuan >= kYi) {
            words += u'亿';
        }
        inGroup = inGroup && place % 4 != 0;
    }
    return words;
}

} // namespace

QString capitals(qint64 fen)
{
    if (fen < 0) {
        return {};
    }
    QString words = wordsOfYuan(fen / 100);
    const auto jiao = static_cast<int>(fen / 10 % 10);
    const auto cent = static_cast<int>(fen % 10);
    if (!words.isEmpty() || (jiao == 0 && cent == 0)) {
        words = (words.isEmpty() ? QString(kDigits[0]) : words) + u'元';
    }
    if (jiao > 0) {
        words += QString(kDigits[jiao]) + u'角';
    } else if (cent > 0 && !words.isEmpty()) {
        words += kDigits[0];
    }
    return words + (cent > 0 ? QString(kDigits[cent]) + u'分' : QString(u'整'));
}

} // namespace huiyin
