// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/figure.h>
#include <rules/sampling.h>

#include <QCryptographicHash>
#include <QMap>

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// The lot of a case under a seed: nobody can foresee it, everybody can check it.
QByteArray lot(const QString &seed, const QString &caseNo)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(seed.toUtf8());
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(caseNo.toUtf8());
    return hash.result();
}

qint64 sizeOf(const SamplePlan &plan, qint64 all)
{
    qint64 size = (all * plan.share + Figure::kScale - 1) / Figure::kScale;
    size = std::max(size, plan.atLeast);
    if (plan.atMost) {
        size = std::min(size, *plan.atMost);
    }
    return std::min(size, all);
}

/// Splits `size` among strata of these numbers of cases.
QVector<qint64> quotas(const QVector<qint64> &numbers, qint64 size)
{
    const auto strata = numbers.size();
    QVector<qint64> shares(strata, 0);
    qint64 all = 0;
    for (const qint64 number : numbers) {
        all += number;
    }
    // One for everybody first, the rest by size.
    const bool everyOne = size >= strata;
    const qint64 rest = everyOne ? size - strata : size;
    const qint64 pool = everyOne ? all - strata : all;
    QVector<qsizetype> order(strata);
    QVector<qint64> remainders(strata, 0);
    qint64 given = 0;
    for (qsizetype i = 0; i < strata; ++i) {
        const qint64 weight = everyOne ? numbers.at(i) - 1 : numbers.at(i);
        shares[i] = pool > 0 ? rest * weight / pool : 0;
        remainders[i] = pool > 0 ? rest * weight % pool : 0;
        given += shares.at(i);
        shares[i] += everyOne ? 1 : 0;
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return remainders.at(a) > remainders.at(b);
    });
    for (qsizetype i = 0; given < rest; i = (i + 1) % strata) {
        const qsizetype next = order.at(i);
        if (shares.at(next) < numbers.at(next)) {
            ++shares[next];
            ++given;
        }
    }
    return shares;
}

} // namespace

Result<SamplePlan> SamplePlan::fromJson(const QJsonObject &draw)
{
    SamplePlan plan;
    const QJsonValue given = draw.value(u"share"_s);
    const auto share = given.isString()
                           ? scaledOf(given.toString())
                           : std::optional(std::llround(given.toDouble(0) * Figure::kScale));
    if (!share || *share < 0 || *share > Figure::kScale) {
        return Error{u"sample.share"_s, {{u"share"_s, given.toVariant().toString()}}};
    }
    plan.share = *share;
    plan.atLeast = draw.value(u"atLeast"_s).toInteger(0);
    if (draw.contains(u"atMost"_s)) {
        plan.atMost = draw.value(u"atMost"_s).toInteger();
    }
    if (plan.atLeast < 0 || (plan.atMost && *plan.atMost < std::max<qint64>(1, plan.atLeast)) ||
        (plan.share == 0 && plan.atLeast == 0)) {
        return Error{u"sample.range"_s,
                     {{u"atLeast"_s, QString::number(plan.atLeast)},
                      {u"atMost"_s, plan.atMost ? QString::number(*plan.atMost) : QString()}}};
    }
    return plan;
}

QVector<SampleCandidate>
drawSample(const QVector<SampleCandidate> &candidates, const SamplePlan &plan, const QString &seed)
{
    QMap<QString, QVector<std::pair<QByteArray, QString>>> strata;
    for (const SampleCandidate &one : candidates) {
        strata[one.stratum].append({lot(seed, one.caseNo), one.caseNo});
    }
    QVector<qint64> numbers;
    for (const auto &stratum : std::as_const(strata)) {
        numbers.append(stratum.size());
    }
    const QVector<qint64> shares =
        numbers.isEmpty() ? numbers : quotas(numbers, sizeOf(plan, candidates.size()));
    QVector<SampleCandidate> drawn;
    qsizetype i = 0;
    for (auto it = strata.begin(); it != strata.end(); ++it, ++i) {
        auto &lots = it.value();
        std::sort(lots.begin(), lots.end());
        QStringList numbersDrawn;
        for (qint64 n = 0; n < shares.at(i); ++n) {
            numbersDrawn.append(lots.at(n).second);
        }
        numbersDrawn.sort();
        for (const QString &number : std::as_const(numbersDrawn)) {
            drawn.append({number, it.key()});
        }
    }
    return drawn;
}

} // namespace huiyin
