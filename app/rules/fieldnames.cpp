// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/fieldinput.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// Letters that must change to turn one word into the other.
qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const size_t at = static_cast<size_t>(j);
            const qsizetype change =
                diagonal + (a.at(i - 1).toLower() == b.at(j - 1).toLower() ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, change});
        }
    }
    return row.back();
}

bool means(const FieldDef &field, const QString &name)
{
    return field.zh == name || field.en.compare(name, Qt::CaseInsensitive) == 0 ||
           field.aliases.contains(name, Qt::CaseInsensitive);
}

} // namespace

const FieldDef *fieldOfName(const FieldCatalogue &catalogue, const QString &name)
{
    if (const FieldDef *field = catalogue.field(name)) {
        return field;
    }
    if (name.endsWith(u"Fen"_s)) {
        const FieldDef *field = catalogue.field(QStringView(name).chopped(3));
        if (field != nullptr && field->type == FieldType::Money) {
            return field;
        }
    }
    // `demand` is the short name scripts use for the list of remedies asked for.
    if (name == u"demand") {
        return catalogue.field(u"demandKinds");
    }
    const FieldDef *found = nullptr;
    for (const FieldDef &field : catalogue.fields()) {
        if (means(field, name)) {
            if (found != nullptr) {
                return nullptr; // two fields claim the word: no guessing
            }
            found = &field;
        }
    }
    return found;
}

QString nearestFieldId(const FieldCatalogue &catalogue, const QString &name)
{
    QString nearest;
    if (name.size() > 60) {
        return nearest;
    }
    qsizetype best = std::max<qsizetype>(1, name.size() / 3) + 1;
    for (const FieldDef &field : catalogue.fields()) {
        const qsizetype d = distance(name, field.id);
        if (d < best) {
            best = d;
            nearest = field.id;
        }
    }
    if (nearest.isEmpty() && name.size() >= 4) {
        for (const FieldDef &field : catalogue.fields()) {
            if (field.id.contains(name, Qt::CaseInsensitive)) {
                return field.id;
            }
        }
    }
    return nearest;
}

QString halfWidth(const QString &text)
{
    QString half = text;
    for (QChar &c : half) {
        if (c >= u'\uFF01' && c <= u'\uFF5E') {
            c = QChar(static_cast<char16_t>(c.unicode() - 0xFEE0));
        } else if (c == u'\u3000') {
            c = u' ';
        }
    }
    return half;
}

QString normalizedText(const QString &text, bool lines)
{
    const QString source = text.normalized(QString::NormalizationForm_C);
    QString result;
    result.reserve(source.size());
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source.at(i);
        if (c.isHighSurrogate() && i + 1 < source.size() && source.at(i + 1).isLowSurrogate()) {
            result.append(c);
            result.append(source.at(++i));
        } else if (c.isSurrogate()) {
            result.append(QChar::ReplacementCharacter);
        } else if (c == u'\n' || c == u'\r') {
            if (c == u'\r' && i + 1 < source.size() && source.at(i + 1) == u'\n') {
                ++i;
            }
            result.append(lines ? u'\n' : u' ');
        } else if (c == u'\t') {
            result.append(u' ');
        } else if (c < u' ' || (c >= u'\u007F' && c <= u'\u009F') || c == u'\uFEFF' ||
                   (c >= u'\u200B' && c <= u'\u200F') || (c >= u'\u202A' && c <= u'\u202E') ||
                   (c >= u'\u2060' && c <= u'\u2069') || c.isNonCharacter()) {
            // invisible: would spoil search and lists, and could reverse what is read
        } else {
            result.append(c);
        }
    }
    qsizetype from = 0;
    qsizetype to = result.size();
    while (from < to && result.at(from).isSpace()) {
        ++from;
    }
    while (to > from && result.at(to - 1).isSpace()) {
        --to;
    }
    return result.mid(from, to - from);
}

} // namespace huiyin
