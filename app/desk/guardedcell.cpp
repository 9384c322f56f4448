// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/guardedcell.h>

#include <QRegularExpression>

namespace huiyin {

namespace {

bool isShortened(const QString &text)
{
    static const QRegularExpression shortened(QStringLiteral("^(0\\d+|\\d{12,})\\z"));
    return shortened.match(text).hasMatch();
}

/// Whether an apostrophe belongs in front: also where one stands there already, so that it can be
/// told from ours when the file comes back.
bool needsApostrophe(const QString &text)
{
    qsizetype from = 0;
    while (from < text.size() && text.at(from) == QLatin1Char('\'')) {
        ++from;
    }
    return isRunnable(text.mid(from));
}

} // namespace

bool isRunnable(const QString &text)
{
    static const QRegularExpression plainNumber(QStringLiteral("^[+-]?\\d+(\\.\\d+)?%?\\z"));
    static const QString formulaStarts = QStringLiteral("=+-@\t\r\n＝＋－＠");
    return !text.isEmpty() && formulaStarts.contains(text.front()) &&
           !plainNumber.match(text).hasMatch();
}

QString harmlessText(const QString &text)
{
    return needsApostrophe(text) ? QLatin1Char('\'') + text : text;
}

QString guardedCell(const QString &text)
{
    return isShortened(text) ? QLatin1Char('\t') + text : harmlessText(text);
}

QString unguardedCell(const QString &cell)
{
    const bool apostrophe = cell.startsWith(QLatin1Char('\''));
    if (!apostrophe && !cell.startsWith(QLatin1Char('\t'))) {
        return cell; // nearly every one of a register
    }
    const QString rest = cell.mid(1);
    return (apostrophe ? needsApostrophe(rest) : isShortened(rest)) ? rest : cell;
}

} // namespace huiyin
