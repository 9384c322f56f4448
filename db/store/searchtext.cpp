// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/searchtext.h>

#include <QJsonArray>

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype kShortestTail = 4;
constexpr size_t kShortestPhone = 5;
constexpr char16_t kPhoneMark = 0xE000; // private use: no text of a person holds it
constexpr char16_t kFieldMark = 0xE001; // between fields, so that a phrase never runs across two

bool isHan(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

enum class Side { Index, Query };

struct Point
{
    char32_t c = 0;
    qsizetype size = 1; // in UTF-16 units
};

Point pointAt(QStringView text, qsizetype i)
{
    if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
        return {QChar::surrogateToUcs4(text[i], text[i + 1]), 2};
    }
    return {text[i].unicode(), 1};
}

/// Visits the words of a text in normal form; `open` words are Latin or a lone Chinese character: a
/// longer word may begin with them. No word is copied: an import passes here millions of times.
template <typename Visit> void eachWord(QStringView text, Side side, const Visit &visit)
{
    qsizetype size = 0; // without the signs at the end
    for (qsizetype i = 0; i < text.size();) {
        const Point point = pointAt(text, i);
        i += point.size;
        if (isHan(point.c) || QChar::isLetterOrNumber(point.c)) {
            size = i;
        }
    }
    bool afterHan = false;
    for (qsizetype i = 0; i < size;) {
        const Point point = pointAt(text, i);
        const qsizetype end = i + point.size;
        if (isHan(point.c)) {
            const Point next = end < size ? pointAt(text, end) : Point{};
            if (isHan(next.c)) {
                visit(text.mid(i, point.size + next.size), false);
            } else if (side == Side::Index || !afterHan || end < size) {
                // The end of a run alone; a query leaves it out at its very end, where more may
                // follow.
                visit(text.mid(i, point.size), true);
            }
            afterHan = true;
            i = end;
            continue;
        }
        afterHan = false;
        if (!QChar::isLetterOrNumber(point.c)) {
            i = end;
            continue;
        }
        qsizetype j = end;
        while (j < size) {
            const Point next = pointAt(text, j);
            if (isHan(next.c) || !QChar::isLetterOrNumber(next.c)) {
                break;
            }
            j += next.size;
        }
        visit(text.mid(i, j - i), true);
        i = j;
    }
}

/// Most texts consist of these alone: they stand for themselves, and full-width letters, digits and
/// signs for their ASCII ones.
bool isPlain(char16_t c)
{
    return c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3001 || c == 0x3002 ||
           (c >= 0xFF01 && c <= 0xFF5E);
}

QString normalForm(const QString &text)
{
    const auto unit = [](QChar c) { return c.unicode(); };
    if (!std::all_of(text.cbegin(), text.cend(), [&](QChar c) { return isPlain(unit(c)); })) {
        return text.normalized(QString::NormalizationForm_KC);
    }
    QString normal = text;
    if (std::any_of(text.cbegin(), text.cend(), [&](QChar c) { return unit(c) >= 0xFF01; })) {
        for (QChar &c : normal) {
            if (unit(c) >= 0xFF01) {
                c = QChar(static_cast<char16_t>(unit(c) - 0xFEE0));
            }
        }
    }
    return normal;
}

/// The index of a case is put together from hundreds of words: a string that grows without asking
/// who else holds it.
using IndexText = std::u16string;

QString textFrom(const IndexText &index)
{
    return QString::fromUtf16(index.data(), static_cast<qsizetype>(index.size()));
}

void addWords(IndexText &index, const QString &normal)
{
    bool first = true;
    eachWord(normal.toLower(), Side::Index, [&index, &first](QStringView word, bool) {
        if (!first) {
            index += u' ';
        }
        index.append(word.utf16(), static_cast<size_t>(word.size()));
        first = false;
    });
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : normalForm(text)) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        }
    }
    return digits;
}

bool isDigits(const QString &text)
{
    return !text.isEmpty() &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString backwards(QString digits)
{
    std::reverse(digits.begin(), digits.end());
    return digits;
}

/// The telephone numbers in a text: runs of digits that blanks, dashes, dots, brackets or a plus
/// may part.
void addPhones(IndexText &index, const QString &normal)
{
    IndexText run;
    const auto flush = [&] {
        if (run.size() >= kShortestPhone) {
            index += u' ';
            index += kPhoneMark;
            index.append(run.rbegin(), run.rend());
        }
        run.clear();
    };
    for (const QChar c : normal) {
        if (c >= u'0' && c <= u'9') {
            run += c.unicode();
        } else if (!(c == u'-' || c == u' ' || c == u'(' || c == u')' || c == u'+' || c == u'.')) {
            flush();
        }
    }
    flush();
}

/// The words of a value, whatever its type: texts, lists of texts, names inside objects.
QString textOf(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    if (value.isDouble()) {
        return QString::number(value.toInteger());
    }
    QStringList parts;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &item : array) {
            parts.append(textOf(item));
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const auto &item : object) {
            parts.append(textOf(item));
        }
    }
    return parts.join(QChar(kFieldMark));
}

void addPart(IndexText &index, const QString &part)
{
    const QString normal = normalForm(part);
    addWords(index, normal);
    addPhones(index, normal);
    index += u' ';
    index += kFieldMark;
    index += u' ';
}

void addText(IndexText &index, const QString &text)
{
    if (!text.contains(QChar(kFieldMark))) {
        if (!text.isEmpty()) {
            addPart(index, text);
        }
        return;
    }
    const QStringList parts = text.split(QChar(kFieldMark), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        addPart(index, part);
    }
}

QString quoted(const QString &phrase, bool prefix)
{
    return u'"' + phrase + u'"' + (prefix ? u" *"_s : QString());
}

} // namespace

QString indexWords(const QString &text)
{
    IndexText words;
    addWords(words, normalForm(text));
    return textFrom(words);
}

QString searchTextOf(const CaseFile &caseFile, const QStringList &searchFields)
{
    IndexText index;
    index.reserve(1024);
    addText(index, caseFile.caseNo);
    addText(index, caseFile.originalNo);
    for (const QString &field : searchFields) {
        const auto heads = caseFile.heads.constFind(field);
        if (heads == caseFile.heads.constEnd()) {
            continue;
        }
        // Undecided values are all found, not only the one shown.
        for (const FieldHead &head : *heads) {
            addText(index, textOf(head.value));
        }
    }
    return textFrom(index);
}

QString matchPhone(const QString &digits)
{
    const QString tail = digitsOf(digits);
    if (tail.size() < kShortestTail) {
        return {};
    }
    return quoted(QChar(kPhoneMark) + backwards(tail), true);
}

QString matchWholePhone(const QString &number)
{
    const QString digits = digitsOf(number);
    if (static_cast<size_t>(digits.size()) < kShortestPhone) {
        return {};
    }
    return quoted(QChar(kPhoneMark) + backwards(digits), false);
}

QString matchOf(const QString &words)
{
    QStringList terms;
    const QStringList typed = words.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : typed) {
        QStringList parts;
        bool open = false;
        eachWord(normalForm(word).toLower(), Side::Query, [&](QStringView part, bool isOpen) {
            parts.append(part.toString());
            open = isOpen;
        });
        if (parts.isEmpty()) {
            continue;
        }
        QString term = quoted(parts.join(u' '), open);
        QString plain = word;
        plain.remove(u'-');
        const QString normal = normalForm(plain);
        if (isDigits(normal) && normal.size() >= kShortestTail) {
            term = u'(' + term + u" OR "_s + matchPhone(normal) + u')';
        }
        terms.append(term);
    }
    return terms.join(u" AND "_s);
}

} // namespace huiyin
