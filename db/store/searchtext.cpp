// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/searchtext.h>

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype kShortestTail = 4;
constexpr qsizetype kShortestPhone = 5;
constexpr char16_t kPhoneMark = 0xE000; // private use: no text of a person holds it
constexpr char16_t kFieldMark = 0xE001; // between fields, so that a phrase never runs across two

bool isHan(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

enum class Side { Index, Query };

/// One word of a text and whether a longer word may begin with it.
struct Word
{
    QString text;
    bool open = false; // Latin or a lone Chinese character: in a query its end may be a prefix
};

QVector<Word> wordsOf(const QString &text, Side side)
{
    QList<uint> u = text.normalized(QString::NormalizationForm_KC).toLower().toUcs4();
    while (!u.isEmpty() && !isHan(u.last()) && !QChar::isLetterOrNumber(u.last())) {
        u.removeLast();
    }
    const auto piece = [&u](qsizetype from, qsizetype length) {
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(&u[from]), length);
    };
    QVector<Word> words;
    for (qsizetype i = 0; i < u.size();) {
        if (isHan(u[i])) {
            const bool more = i + 1 < u.size() && isHan(u[i + 1]);
            const bool first = i == 0 || !isHan(u[i - 1]);
            if (more) {
                words.append({piece(i, 2), false});
            } else if (side == Side::Index || first || i + 1 < u.size()) {
                // The end of a run alone; a query leaves it out at its very end, where more may
                // follow.
                words.append({piece(i, 1), true});
            }
            ++i;
        } else if (QChar::isLetterOrNumber(u[i])) {
            qsizetype j = i;
            while (j < u.size() && QChar::isLetterOrNumber(u[j]) && !isHan(u[j])) {
                ++j;
            }
            words.append({piece(i, j - i), true});
            i = j;
        } else {
            ++i;
        }
    }
    return words;
}

QString joined(const QVector<Word> &words)
{
    QString text;
    for (const Word &word : words) {
        text += word.text + u' ';
    }
    text.chop(1);
    return text;
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
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
void addPhones(QString &index, const QString &text)
{
    QString run;
    const auto flush = [&] {
        if (run.size() >= kShortestPhone) {
            index += u' ' + QChar(kPhoneMark) + backwards(run);
        }
        run.clear();
    };
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (c >= u'0' && c <= u'9') {
            run += c;
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

void addText(QString &index, const QString &text)
{
    const QStringList parts = text.split(QChar(kFieldMark), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        index += joined(wordsOf(part, Side::Index));
        addPhones(index, part);
        index += u' ' + QChar(kFieldMark) + u' ';
    }
}

QString quoted(const QString &phrase, bool prefix)
{
    return u'"' + phrase + u'"' + (prefix ? u" *"_s : QString());
}

} // namespace

QString indexWords(const QString &text) { return joined(wordsOf(text, Side::Index)); }

QString searchTextOf(const CaseFile &caseFile, const QStringList &searchFields)
{
    QString index;
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
    return index;
}

QString matchPhone(const QString &digits)
{
    const QString tail = digitsOf(digits);
    if (tail.size() < kShortestTail) {
        return {};
    }
    return quoted(QChar(kPhoneMark) + backwards(tail), true);
}

QString matchOf(const QString &words)
{
    QStringList terms;
    const QStringList typed = words.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : typed) {
        const QVector<Word> parts = wordsOf(word, Side::Query);
        if (parts.isEmpty()) {
            continue;
        }
        QString term = quoted(joined(parts), parts.last().open);
        QString plain = word;
        plain.remove(u'-');
        const QString normal = plain.normalized(QString::NormalizationForm_KC);
        if (isDigits(normal) && normal.size() >= kShortestTail) {
            term = u'(' + term + u" OR "_s + matchPhone(normal) + u')';
        }
        terms.append(term);
    }
    return terms.join(u" AND "_s);
}

} // namespace huiyin
