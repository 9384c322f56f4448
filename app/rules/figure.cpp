// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/figure.h>

#include <QRegularExpression>

#include <limits>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

__extension__ using Wide = __int128;

std::optional<qint64> narrowed(Wide value)
{
    if (value > std::numeric_limits<qint64>::max() || value < std::numeric_limits<qint64>::min()) {
        return std::nullopt;
    }
    return static_cast<qint64>(value);
}

} // namespace

QString yuanText(qint64 fen)
{
    const qint64 whole = fen / 100;
    QString text = QString::number(whole);
    for (qsizetype place = text.size() - 3; place > 0; place -= 3) {
        text.insert(place, u',');
    }
    return text + u'.' + QString::number(fen % 100).rightJustified(2, u'0');
}

QString figureText(qint64 scaled)
{
    QString text = QString::number(scaled / Figure::kScale);
    QString part = QString::number(scaled % Figure::kScale).rightJustified(4, u'0');
    while (part.endsWith(u'0')) {
        part.chop(1);
    }
    return part.isEmpty() ? text : text + u'.' + part;
}

std::optional<qint64> scaledOf(const QString &decimal)
{
    static const QRegularExpression form(u"^\\s*(-?)(\\d{1,14})(?:\\.(\\d{1,4})0*)?\\s*$"_s);
    const auto match = form.match(decimal);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const qint64 whole = match.captured(2).toLongLong() * Figure::kScale;
    const qint64 part = match.captured(3).leftJustified(4, u'0').toLongLong();
    return match.captured(1).isEmpty() ? whole + part : -(whole + part);
}

bool isAbove(qint64 part, qint64 whole, qint64 share)
{
    return Wide(part) * Figure::kScale > Wide(whole) * share;
}

std::optional<qint64> timesScaled(qint64 number, qint64 scaled)
{
    return shareOf(number, scaled, Figure::kScale);
}

std::optional<qint64> shareOf(qint64 number, qint64 factor, qint64 divisor)
{
    if (divisor <= 0) {
        return std::nullopt;
    }
    return narrowed((Wide(number) * factor + divisor / 2) / divisor);
}

} // namespace huiyin
