// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/clausewords.h>
#include <forms/quietlabel.h>
#include <forms/stephead.h>
#include <models/regulationwords.h>

#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

/// What the regulation leaves open of an extension, where the step is one.
QString leftOpen(const Regulation &regulation, const StepOffer &offer)
{
    QStringList open;
    for (const ClockRule &clock :
         offer.action == QLatin1String("extend") ? regulation.clocks : QVector<ClockRule>()) {
        for (const ExtensionRule &level : clock.extend) {
            open.append(level.needsConfirmation);
        }
    }
    open.removeAll(QString());
    open.removeDuplicates();
    return open.join(QLatin1Char('\n'));
}

} // namespace

StepHead::StepHead(const FormHouse &house, const StepOffer &offer, QWidget *parent)
    : QWidget(parent)
{
    const bool chinese = house.ground.language == Language::Chinese;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacingUnit(font()) / 2);
    auto *title = new QLabel(chinese ? offer.zh : offer.en, this);
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(font().pointSizeF() * 1.15);
    title->setFont(bold);
    title->setWordWrap(true);
    column->addWidget(title);
    const QString chain = chainWords(house, offer.chain);
    if (!chain.isEmpty()) {
        auto *line = new QuietLabel(chain, this, Theme::Role::Text);
        line->setObjectName(QStringLiteral("chain"));
        column->addWidget(line);
    }
    if (!offer.actingFor.isEmpty()) {
        auto *line =
            new QuietLabel(tr("On behalf of %1").arg(offer.actingFor), this, Theme::Role::Warning);
        line->setObjectName(QStringLiteral("actingFor"));
        column->addWidget(line);
    }
    if (const QString open = leftOpen(house.regulation, offer); !open.isEmpty()) {
        auto *line =
            new QuietLabel(RegulationWords::confirmation(open), this, Theme::Role::Warning);
        line->setObjectName(QStringLiteral("doubt"));
        column->addWidget(line);
    }
    if (!offer.rules.isEmpty()) {
        auto *line = new QuietLabel(clauseWords(house.regulation, offer.rules, chinese), this);
        line->setObjectName(QStringLiteral("clauses"));
        column->addWidget(line);
    }
}

QString StepHead::chainWords(const FormHouse &house, const ChainPosition &position)
{
    const auto &chains = house.regulation.chains;
    const auto chain = std::find_if(chains.cbegin(), chains.cend(), [&](const ChainRule &one) {
        return one.id == position.chain;
    });
    if (position.links == 0 || chain == chains.cend()) {
        return {};
    }
    const bool chinese = house.ground.language == Language::Chinese;
    QStringList names;
    for (const ChainLink &link : chain->links) {
        const MoveRule *move = house.regulation.move(link.move);
        const QString name = move == nullptr ? link.move : chinese ? move->zh : move->en;
        // The own place is marked by brackets, so it is told without colour too.
        names.append(names.size() + 1 == position.link
                         ? (chinese ? QStringLiteral("【%1】") : QStringLiteral("[%1]")).arg(name)
                         : name);
    }
    return tr("Step %1 of %2: %3")
        .arg(position.link)
        .arg(position.links)
        .arg(names.join(QStringLiteral(" → ")));
}

} // namespace huiyin
