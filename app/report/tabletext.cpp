// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/tables.h>

#include <QLocale>

#include <cmath>

namespace huiyin {

namespace {

const QString kDash = QStringLiteral("—");

QString withSign(double hundredths)
{
    const double rounded = std::round(hundredths * 100) / 100;
    const QString text = QString::number(std::abs(rounded), 'f', 2);
    if (rounded > 0) {
        return QStringLiteral("↑") + text;
    }
    return rounded < 0 ? QStringLiteral("↓") + text : text;
}

} // namespace

QString unmergedText(const Statistics &statistics, Language language)
{
    const bool chinese = language == Language::Chinese;
    QStringList offices;
    for (const OfficeState &office : unmerged(statistics)) {
        const QString name = office.name.isEmpty() ? office.code : office.name;
        offices.append(
            (chinese ? QStringLiteral("%1（数据到 %2）") : QStringLiteral("%1 (facts up to %2)"))
                .arg(name, office.lastFact.localDay().toString()));
    }
    return offices.isEmpty() ? QString()
           : chinese ? QStringLiteral("未并入本期全部数据的单位：%1。").arg(offices.join(u'、'))
                     : QStringLiteral("Offices whose facts are not all in: %1.")
                           .arg(offices.join(QStringLiteral(", ")));
}

QString percentText(std::optional<double> share)
{
    return share ? QString::number(*share * 100, 'f', 2) : kDash;
}

QString changeText(qint64 now, qint64 before)
{
    const auto change = share(now - before, before);
    return change ? withSign(*change * 100) : kDash;
}

QString pointsText(std::optional<double> now, std::optional<double> before)
{
    return now && before ? withSign((*now - *before) * 100) : kDash;
}

QString moneyText(qint64 fen)
{
    const QString yuan = QLocale(QLocale::English).toString(std::abs(fen) / 100);
    return QStringLiteral("%1%2.%3")
        .arg(fen < 0 ? QStringLiteral("-") : QString(), yuan)
        .arg(std::abs(fen) % 100, 2, 10, QLatin1Char('0'));
}

} // namespace huiyin
