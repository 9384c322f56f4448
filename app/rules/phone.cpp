// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/fieldinput.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (isDigit(c)) {
            digits.append(c);
        }
    }
    return digits;
}

/// Where an extension begins (转802, 分机802, ext 802, #802), or the length.
qsizetype extensionStart(const QString &number)
{
    qsizetype start = number.size();
    for (const auto &word : {u"转"_s, u"分机"_s, u"ext"_s, u"#"_s, u"x"_s}) {
        const qsizetype at = number.indexOf(word, 0, Qt::CaseInsensitive);
        if (at > 0) {
            start = std::min(start, at);
        }
    }
    return start;
}

bool isMobileHead(const QString &digits)
{
    return digits.size() >= 2 && digits.at(0) == u'1' && digits.at(1) >= u'3' &&
           digits.at(1) <= u'9';
}

QString normalizedNumber(QStringView raw)
{
    QString number;
    for (const QChar c : raw) {
        if (!c.isSpace() && c != u'\'') {
            number.append(c);
        }
    }
    QString digits = digitsOf(number);
    const bool plain = std::all_of(number.cbegin(), number.cend(), [](QChar c) {
        return isDigit(c) || c == u'-' || c == u'+' || c == u'(' || c == u')' || c == u'.';
    });
    if (!plain) {
        return number;
    }
    // A spreadsheet writes whole numbers as 15472314755.0.
    if (number.endsWith(u".0"_s) && digits.size() == number.size() - 1) {
        digits.chop(1);
        number.chop(2);
    }
    if (digits.startsWith(u"0086"_s) && isMobileHead(digits.mid(4))) {
        return digits.mid(4);
    }
    if (digits.size() == 13 && digits.startsWith(u"86"_s) && isMobileHead(digits.mid(2))) {
        return digits.mid(2);
    }
    if (isMobileHead(digits) && !number.contains(u'.')) {
        return digits;
    }
    return number;
}

std::optional<Finding> doubt(const QString &number, const QString &field)
{
    const qsizetype end = extensionStart(number);
    const QString main = number.left(end);
    const QString digits = digitsOf(main);
    const bool onlySigns = std::all_of(main.cbegin(), main.cend(), [](QChar c) {
        return isDigit(c) || c == u'-' || c == u'(' || c == u')' || c == u'+';
    });
    const auto finding = [&](const QString &code, Args args) {
        args.insert(u"phone"_s, number);
        return Finding{code, Severity::Warning, field, args};
    };
    if (!onlySigns || digits.isEmpty()) {
        return finding(u"intake.phone.form"_s, {});
    }
    const qsizetype n = digits.size();
    if (digits.startsWith(u"400"_s) || digits.startsWith(u"800"_s)) {
        if (n == 10) {
            return std::nullopt;
        }
        if (n > 8) {
            return finding(
                n < 10 ? u"intake.phone.short"_s : u"intake.phone.long"_s,
                {{u"count"_s, QString::number(std::abs(10 - n))}, {u"digits"_s, u"10"_s}});
        }
    }
    if (digits.at(0) == u'0') {
        if (n >= 10 && n <= 12) {
            return std::nullopt;
        }
        return finding(n < 10 ? u"intake.phone.short"_s : u"intake.phone.long"_s,
                       {{u"count"_s, QString::number(n < 10 ? 10 - n : n - 12)},
                        {u"digits"_s, n < 10 ? u"10"_s : u"12"_s}});
    }
    if (isMobileHead(digits) && n > 8) {
        if (n == 11) {
            return std::nullopt;
        }
        return finding(n < 11 ? u"intake.phone.short"_s : u"intake.phone.long"_s,
                       {{u"count"_s, QString::number(std::abs(11 - n))}, {u"digits"_s, u"11"_s}});
    }
    if (n == 7 || n == 8) {
        return finding(u"intake.phone.area"_s, {});
    }
    if (n < 7) {
        return finding(u"intake.phone.short"_s,
                       {{u"count"_s, QString::number(11 - n)}, {u"digits"_s, u"11"_s}});
    }
    return finding(u"intake.phone.form"_s, {});
}

} // namespace

QString normalizedPhone(const QString &text)
{
    QString half = halfWidth(normalizedText(text, false));
    for (const QChar separator : {u'/', u',', u';', u'，', u'；', u'|'}) {
        half.replace(separator, u'、');
    }
    QStringList numbers;
    const auto parts = QStringView(half).split(u'、', Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        // Two whole numbers with only a blank between them are two numbers, 161 8736 2578 is one.
        const auto words = part.trimmed().split(u' ', Qt::SkipEmptyParts);
        const bool several =
            words.size() > 1 && std::all_of(words.cbegin(), words.cend(), [](QStringView word) {
                return digitsOf(word).size() >= 10;
            });
        if (several) {
            for (const QStringView word : words) {
                numbers.append(normalizedNumber(word));
            }
        } else if (!part.trimmed().isEmpty()) {
            numbers.append(normalizedNumber(part));
        }
    }
    return numbers.join(u'、');
}

Findings phoneFindings(const QString &phone, const QString &field)
{
    Findings findings;
    const auto numbers = phone.split(u'、', Qt::SkipEmptyParts);
    for (const QString &number : numbers) {
        if (const auto finding = doubt(number, field)) {
            findings.append(*finding);
        }
    }
    return findings;
}

} // namespace huiyin
