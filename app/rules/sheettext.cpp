// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheettext.h>

namespace huiyin::sheettext {

using namespace Qt::StringLiterals;

namespace {

/// Behind a text in quotes that begins here, behind a comment, else here.
qsizetype behindWords(const QString &text, qsizetype at)
{
    const QChar first = text.at(at);
    if (first == u'#') {
        const qsizetype end = text.indexOf(u'\n', at);
        return end < 0 ? text.size() : end;
    }
    if (first != u'"' && first != u'\'') {
        return at;
    }
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && first == u'"') {
            ++i;
        } else if (text.at(i) == first) {
            return i + 1;
        }
    }
    return text.size();
}

/// The pieces between the commas of the outermost bracket, as they are written.
QStringList pieces(const QString &bracketed)
{
    QStringList found;
    const qsizetype end = behindBracket(bracketed, 0) - 1;
    qsizetype from = 1;
    for (qsizetype i = 1; i >= 1 && i <= end;) {
        const QChar one = bracketed.at(i);
        if (i == end || one == u',') {
            found.append(bracketed.mid(from, i - from));
            from = ++i;
        } else if (one == u'{' || one == u'[') {
            i = behindBracket(bracketed, i);
        } else {
            i = std::max(i + 1, behindWords(bracketed, i));
        }
    }
    return found;
}

QString withoutComments(const QString &piece)
{
    QString out;
    for (qsizetype i = 0; i < piece.size();) {
        const qsizetype next = behindWords(piece, i);
        if (piece.at(i) != u'#') {
            out += piece.mid(i, std::max<qsizetype>(1, next - i));
        }
        i = std::max(i + 1, next);
    }
    return out.trimmed();
}

QString keyOf(const QString &piece) { return piece.section(u'=', 0, 0).trimmed(); }

} // namespace

qsizetype behindBracket(const QString &text, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i >= 0 && i < text.size();) {
        const QChar one = text.at(i);
        if (one == u'{' || one == u'[') {
            ++depth;
        } else if (one == u'}' || one == u']') {
            if (--depth == 0) {
                return i + 1;
            }
        }
        i = std::max(i + 1, behindWords(text, i));
    }
    return -1;
}

QStringList items(const QString &array)
{
    QStringList found;
    for (const QString &piece : pieces(array)) {
        const QString item = withoutComments(piece);
        if (!item.isEmpty()) {
            found.append(item);
        }
    }
    return found;
}

QString arrayOf(const QStringList &items, const QString &indent)
{
    QString text = u"["_s;
    for (const QString &item : items) {
        text += u'\n' + indent + u"    "_s + item + u',';
    }
    return text + u'\n' + indent + u']';
}

QString valueOf(const QString &table, const QString &key)
{
    for (const QString &piece : pieces(table)) {
        if (keyOf(piece) == key) {
            return piece.section(u'=', 1).trimmed();
        }
    }
    return {};
}

QString withValue(const QString &table, const QString &key, const QString &value)
{
    QStringList all;
    bool found = false;
    for (const QString &piece : pieces(table)) {
        const QString one = piece.trimmed();
        if (keyOf(one) != key) {
            all.append(one);
        } else if (!value.isEmpty()) {
            all.append(key + u" = "_s + value);
            found = true;
        }
    }
    all.removeAll(QString());
    if (!found && !value.isEmpty()) {
        all.insert(std::min<qsizetype>(1, all.size()), key + u" = "_s + value);
    }
    return u"{ "_s + all.join(u", "_s) + u" }"_s;
}

QString quoted(const QString &text)
{
    QString out;
    for (const QChar one : text) {
        if (one == u'"' || one == u'\\') {
            out += u'\\' + QString(one);
        } else if (one == u'\n') {
            out += u"\\n"_s;
        } else if (one == u'\t') {
            out += u"\\t"_s;
        } else if (one.unicode() >= 0x20 && one.unicode() != 0x7F) {
            out += one;
        }
    }
    return u'"' + out + u'"';
}

QString unquoted(const QString &value)
{
    if (value.size() < 2 || (value.front() != u'"' && value.front() != u'\'')) {
        return {};
    }
    const QString inner = value.mid(1, value.size() - 2);
    if (value.front() == u'\'') {
        return inner;
    }
    QString out;
    for (qsizetype i = 0; i < inner.size(); ++i) {
        if (inner.at(i) != u'\\' || i + 1 == inner.size()) {
            out += inner.at(i);
            continue;
        }
        const QChar next = inner.at(++i);
        out += next == u'n' ? u'\n' : next == u't' ? u'\t' : next;
    }
    return out;
}

} // namespace huiyin::sheettext
