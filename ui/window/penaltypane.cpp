// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/clausewords.h>
#include <forms/findingbar.h>
#include <forms/moneyedit.h>
#include <forms/partyrows.h>
#include <forms/quietlabel.h>
#include <window/heading.h>
#include <window/penaltypane.h>
#include <window/proposalcard.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

const auto kPenalize = QStringLiteral("penalize");
constexpr int kGroundRows = 5;

void empty(QLayout *layout)
{
    while (auto *item = layout->takeAt(0)) {
        if (item->layout()) {
            empty(item->layout());
        }
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QString respondent(const CaseFile &caseFile)
{
    const QString person = caseFile.text(u"respPerson");
    return person.isEmpty() ? caseFile.text(u"respondentPerson") : person;
}

QString departmentOf(const CaseFile &caseFile)
{
    for (const auto *field : {u"respDept", u"assignedDept", u"respondentDept"}) {
        if (const QString name = caseFile.text(field); !name.isEmpty()) {
            return name;
        }
    }
    return {};
}

} // namespace

PenaltyPane::PenaltyPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
{
    const int unit = spacingUnit(font());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, unit * 2);
    outer->setSpacing(unit);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(scroll);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(unit * 3, unit * 3, unit * 3, unit * 2);
    scroll->setWidget(inside);
    outer->addWidget(scroll, 1);
    m_bar = new FindingBar(this);
    m_bar->setVisible(false);
    outer->addWidget(m_bar);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(unit * 3, 0, unit * 3, 0);
    foot->setSpacing(unit * 2);
    m_hint = new QuietLabel({}, this, Theme::Role::Warning);
    m_hint->setObjectName(QStringLiteral("hint"));
    m_proposeButton = new QPushButton(tr("Submit for approval"), this);
    m_confirm = new QPushButton(tr("Confirm chosen F8"), this);
    for (auto *button : {m_proposeButton, m_confirm}) {
        button->setAccessibleName(button->text());
    }
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_proposeButton);
    foot->addWidget(m_confirm);
    outer->addLayout(foot);
    connect(m_confirm, &QPushButton::clicked, this, [this] { take(false); });
    connect(m_proposeButton, &QPushButton::clicked, this, [this] { take(true); });
}

const StepOffer *PenaltyPane::offer(const QString &action) const
{
    const auto at = std::find_if(m_steps.cbegin(), m_steps.cend(), [&](const StepOffer &one) {
        return one.action == action;
    });
    return at == m_steps.cend() ? nullptr : &*at;
}

QString PenaltyPane::stateWord(const QString &state)
{
    return state == QLatin1String("Proposed")    ? tr("proposed")
           : state == QLatin1String("Confirmed") ? tr("confirmed")
           : state == QLatin1String("Objected")  ? tr("objected to")
           : state == QLatin1String("Reversed")  ? tr("reversed")
           : state == QLatin1String("Executed")  ? tr("executed")
                                                 : state;
}

void PenaltyPane::showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps)
{
    m_case = caseFile;
    m_steps = steps;
    const Regulation &regulation = m_shell.desk.regulationOf(caseFile);
    const QString shown = QStringLiteral("%1/%2").arg(regulation.id).arg(regulation.version);
    if (shown != m_shown || !m_dirty) {
        m_shown = shown;
        build();
    }
    showEntries();
    showMonths();
    propose();
}

void PenaltyPane::build()
{
    if (m_page) {
        m_page->hide();
        m_page->deleteLater(); // a button on it may have led here
    }
    m_page = new QWidget(this);
    m_cards.clear();
    m_dirty = false;
    const int unit = spacingUnit(font());
    const bool chinese = m_shell.language == Language::Chinese;
    const Regulation &regulation = m_shell.desk.regulationOf(*m_case);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(unit * 2);
    const auto heading = [&](const QString &words) {
        auto *label = new Heading(1, m_page);
        label->setText(words);
        column->addWidget(label);
    };
    m_entryColumn = new QVBoxLayout;
    m_entryColumn->setSpacing(unit * 2);
    column->addLayout(m_entryColumn);
    m_monthColumn = new QVBoxLayout;
    m_monthColumn->setSpacing(unit / 2);
    column->addLayout(m_monthColumn);
    heading(tr("Found"));
    m_grounds = new QListWidget(m_page);
    m_grounds->setAccessibleName(tr("Found"));
    m_grounds->setWordWrap(true);
    for (const GroundRule &ground : regulation.grounds) {
        auto *item = new QListWidgetItem(chinese ? ground.zh : ground.en, m_grounds);
        item->setData(Qt::UserRole, ground.id);
        item->setToolTip(clauseWords(regulation, ground.rules, chinese));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    const int rows = std::clamp(m_grounds->count(), 1, kGroundRows);
    m_grounds->setFixedHeight(rows * (QFontMetrics(font()).height() + unit * 2) + unit);
    m_grounds->setVisible(m_grounds->count() > 0);
    column->addWidget(m_grounds);
    QStringList kinds;
    bool points = false;
    for (const PenaltyRule &rule : regulation.penalties) {
        points = points || rule.amount.way == AmountRule::Way::BasePointShare;
        if (!kinds.contains(rule.party)) {
            kinds.append(rule.party);
        }
    }
    if (points && !kinds.contains(QStringLiteral("person"))) {
        kinds.prepend(QStringLiteral("person"));
    }
    m_parties = new PartyRows(kinds, points, m_page);
    m_parties->setFirst(respondent(*m_case), departmentOf(*m_case));
    column->addWidget(m_parties);
    auto *loss = new QHBoxLayout;
    loss->setSpacing(unit * 2);
    auto *label = new QLabel(tr("Loss"), m_page);
    m_loss = new MoneyEdit(tr("Loss"), m_page);
    label->setBuddy(m_loss);
    if (const auto amount = m_case->value(u"lossAmount"); amount.isDouble()) {
        m_loss->setFen(amount.toInteger());
    }
    loss->addWidget(label);
    loss->addWidget(m_loss);
    loss->addWidget(new QLabel(tr("yuan"), m_page));
    loss->addStretch(1);
    column->addLayout(loss);
    heading(tr("The regulation proposes"));
    m_cardColumn = new QVBoxLayout;
    m_cardColumn->setSpacing(unit * 2);
    column->addLayout(m_cardColumn);
    column->addStretch(1);
    m_column->addWidget(m_page);
    connect(m_grounds, &QListWidget::itemChanged, this, &PenaltyPane::typed);
    connect(m_parties, &PartyRows::edited, this, &PenaltyPane::typed);
    connect(m_loss, &QLineEdit::textEdited, this, &PenaltyPane::typed);
}

void PenaltyPane::typed()
{
    m_dirty = true;
    propose();
}

QJsonObject PenaltyPane::facts() const
{
    QJsonObject facts = m_parties->value();
    QJsonArray grounds;
    for (int i = 0; i < m_grounds->count(); ++i) {
        if (m_grounds->item(i)->checkState() == Qt::Checked) {
            grounds.append(m_grounds->item(i)->data(Qt::UserRole).toString());
        }
    }
    if (!grounds.isEmpty()) {
        facts.insert(QStringLiteral("grounds"), grounds);
    }
    if (m_loss->fen()) {
        facts.insert(QStringLiteral("lossFen"), *m_loss->fen());
    }
    facts.insert(QStringLiteral("month"), m_shell.desk.now().localDay().toString().left(7));
    return facts;
}

void PenaltyPane::propose()
{
    const Proposals proposals = m_shell.desk.proposals(*m_case, facts());
    QStringList before;
    for (const ProposalCard *card : std::as_const(m_cards)) {
        before.append(ProposalCard::keyOf(card->proposal()));
    }
    QStringList after;
    for (const Proposal &proposal : proposals.list) {
        after.append(ProposalCard::keyOf(proposal));
    }
    if (before != after || m_cards.isEmpty()) {
        empty(m_cardColumn);
        m_cards.clear();
        for (const Proposal &proposal : proposals.list) {
            auto *card =
                new ProposalCard(m_shell, m_shell.desk.regulationOf(*m_case), proposal, m_page);
            connect(card, &ProposalCard::edited, this, &PenaltyPane::typed);
            m_cards.append(card);
            m_cardColumn->addWidget(card);
        }
        if (proposals.list.isEmpty()) {
            m_cardColumn->addWidget(new QuietLabel(
                tr("Nothing yet: tick what was found, name the party and its figures."), m_page));
        }
    } else {
        for (qsizetype i = 0; i < m_cards.size(); ++i) {
            m_cards.at(i)->show(proposals.list.at(i));
        }
    }
    QStringList hints;
    for (const Finding &finding : proposals.findings) {
        hints.append(m_shell.sentence(finding));
    }
    hints.removeDuplicates();
    m_hint->setText(hints.join(QLatin1Char('\n')));
    const StepOffer *step = offer(kPenalize);
    QStringList reasons;
    for (const Finding &obstacle : step ? step->obstacles : Findings()) {
        reasons.append(m_shell.sentence(obstacle));
    }
    const bool any = std::any_of(m_cards.cbegin(), m_cards.cend(), [](const ProposalCard *card) {
        return card->isChosen();
    });
    for (auto *button : {m_proposeButton, m_confirm}) {
        button->setEnabled(step && step->allowed && any);
        button->setToolTip(any || !reasons.isEmpty() ? reasons.join(QLatin1Char('\n'))
                                                     : tr("Choose a proposal first."));
        button->setAccessibleDescription(button->toolTip());
    }
}

void PenaltyPane::take(bool proposing)
{
    // One step for each entry of the pack; a loss is shared among all parties or not at all.
    QList<std::pair<QString, QJsonObject>> steps;
    const QJsonObject all = facts();
    for (const ProposalCard *card : std::as_const(m_cards)) {
        if (!card->isChosen()) {
            continue;
        }
        const Proposal &proposal = card->proposal();
        const PenaltyRule *rule = m_shell.desk.regulationOf(*m_case).penalty(proposal.penalty);
        const auto known = std::find_if(steps.begin(), steps.end(), [&](const auto &step) {
            return step.first == proposal.penalty;
        });
        const bool shares = rule && rule->amount.way == AmountRule::Way::BasePointShare;
        if (known != steps.end() && shares) {
            continue;
        }
        QJsonObject input = known == steps.end() ? all : known->second;
        if (known == steps.end()) {
            input.insert(QStringLiteral("penalty"), proposal.penalty);
            if (proposing) {
                input.insert(QStringLiteral("propose"), true);
            }
            if (!shares) {
                input.remove(QStringLiteral("grounds"));
                input.remove(QStringLiteral("members"));
                input.remove(QStringLiteral("parties"));
            }
        }
        if (!shares) {
            QJsonObject party = m_parties->party(proposal.name);
            const bool person = proposal.party == QLatin1String("person");
            party.insert(person ? QStringLiteral("person") : QStringLiteral("name"), proposal.name);
            if (!person) {
                party.insert(QStringLiteral("party"), proposal.party);
            }
            if (!proposal.ground.isEmpty()) {
                party.insert(QStringLiteral("grounds"), QJsonArray{proposal.ground});
            }
            if (const auto fen = card->chosenFen()) {
                party.insert(QStringLiteral("amountFen"), *fen);
            }
            const QString key = person ? QStringLiteral("members") : QStringLiteral("parties");
            QJsonArray list = input.value(key).toArray();
            list.append(party);
            input.insert(key, list);
        }
        if (known == steps.end()) {
            steps.append({proposal.penalty, input});
        } else {
            known->second = input;
        }
    }
    m_refused = false;
    for (const auto &step : std::as_const(steps)) {
        if (!m_refused) {
            emit submitted(kPenalize, step.second);
        }
    }
}

void PenaltyPane::submit()
{
    if (m_confirm->isEnabled()) {
        take(false);
    }
}

void PenaltyPane::showEntries()
{
    empty(m_entryColumn);
    const QJsonArray entries = m_case->value(u"penalties").toArray();
    if (entries.isEmpty()) {
        return;
    }
    auto *heading = new Heading(1, m_page);
    heading->setText(tr("Penalties of this case"));
    m_entryColumn->addWidget(heading);
    for (const auto &entry : entries) {
        addEntry(entry.toObject());
    }
}

void PenaltyPane::addEntry(const QJsonObject &entry)
{
    const int unit = spacingUnit(font());
    const bool chinese = m_shell.language == Language::Chinese;
    const Regulation &regulation = m_shell.desk.regulationOf(*m_case);
    const QString id = entry.value(QLatin1String("id")).toString();
    const QString state = entry.value(QLatin1String("state")).toString();
    const PenaltyRule *rule = regulation.penalty(entry.value(QLatin1String("penalty")).toString());
    auto *frame = new QFrame(m_page);
    frame->setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    column->setSpacing(unit);
    auto *head = new QHBoxLayout;
    auto *title =
        new QLabel(QStringLiteral("%1  %2  ·  %3  ·  %4")
                       .arg(id,
                            entry.value(QLatin1String("name")).toString(),
                            rule == nullptr ? entry.value(QLatin1String("label")).toString()
                                            : (chinese ? rule->zh : rule->en),
                            stateWord(state)),
                   frame);
    title->setWordWrap(true);
    title->setObjectName(QStringLiteral("entry.") + id);
    head->addWidget(title, 1);
    if (entry.contains(QLatin1String("amountFen"))) {
        head->addWidget(new QLabel(
            tr("%1 yuan").arg(yuanText(entry.value(QLatin1String("amountFen")).toInteger())),
            frame));
    }
    column->addLayout(head);
    const auto said = [&](const QString &what, const QJsonObject &fact) {
        const QString when =
            Instant::fromUtcMs(fact.value(QLatin1String("at")).toInteger()).localDay().toString();
        const QString reason = fact.value(QLatin1String("reason")).toString();
        QStringList words{what, fact.value(QLatin1String("by")).toString(), when, reason};
        words.removeAll(QString());
        column->addWidget(new QuietLabel(words.join(QStringLiteral("  ")), frame));
    };
    said({}, entry);
    for (const auto &[key, what] : {std::pair("objection", tr("Objection")),
                                    std::pair("reversal", tr("Reversal")),
                                    std::pair("execution", tr("Execution"))}) {
        if (const auto fact = entry.value(QLatin1StringView(key)); fact.isObject()) {
            said(what, fact.toObject());
        }
    }
    const bool confirmed = state == QLatin1String("Confirmed");
    const bool objected = state == QLatin1String("Objected");
    if (state != QLatin1String("Reversed")) {
        auto *row = new QHBoxLayout;
        row->setSpacing(unit * 2);
        auto *reason = new QLineEdit(frame);
        reason->setPlaceholderText(tr("Reason"));
        reason->setAccessibleName(tr("Reason"));
        row->addWidget(reason, 1);
        const auto button = [&](const QString &words, const QString &action, bool fits) {
            const StepOffer *step = offer(action);
            if (!fits || step == nullptr) {
                return;
            }
            auto *press = new QPushButton(words, frame);
            press->setAccessibleName(words);
            press->setEnabled(step->allowed);
            connect(press, &QPushButton::clicked, this, [this, action, id, reason] {
                m_refused = false;
                QJsonObject input{{QStringLiteral("id"), id}};
                if (action == kPenalize) {
                    input = {{QStringLiteral("ids"), QJsonArray{id}}};
                } else if (!reason->text().trimmed().isEmpty()) {
                    input.insert(QStringLiteral("reason"), reason->text().trimmed());
                }
                emit submitted(action, input);
            });
            row->addWidget(press);
        };
        button(tr("Confirm"), kPenalize, state == QLatin1String("Proposed"));
        button(tr("Object"),
               QStringLiteral("objectPenalty"),
               confirmed && rule && rule->objectionDays > 0);
        button(tr("Execute"), QStringLiteral("executePenalty"), confirmed || objected);
        button(tr("Reverse"), QStringLiteral("reversePenalty"), true);
        column->addLayout(row);
    }
    m_entryColumn->addWidget(frame);
}

void PenaltyPane::showMonths()
{
    empty(m_monthColumn);
    const QString month = m_shell.desk.now().localDay().toString().left(7);
    QStringList lines;
    QStringList names;
    for (const auto &item : m_case->value(u"penalties").toArray()) {
        const QJsonObject entry = item.toObject();
        const QString state = entry.value(QLatin1String("state")).toString();
        if (state != QLatin1String("Confirmed") && state != QLatin1String("Executed")) {
            continue;
        }
        const QString name = entry.value(QLatin1String("name")).toString();
        names.append(name);
        for (const auto &part : entry.value(QLatin1String("schedule")).toArray()) {
            const QJsonObject one = part.toObject();
            const qint64 carried = one.value(QLatin1String("carriedFen")).toInteger();
            const QString when = one.value(QLatin1String("month")).toString();
            const QString sum = yuanText(one.value(QLatin1String("amountFen")).toInteger());
            lines.append(carried > 0 ? tr("%1  %2  %3 yuan, of it carried %4")
                                           .arg(when, name, sum, yuanText(carried))
                                     : tr("%1  %2  %3 yuan").arg(when, name, sum));
        }
    }
    if (lines.isEmpty()) {
        return;
    }
    lines.sort();
    if (const auto ledger = m_shell.desk.penalties(month)) {
        for (const PenaltySum &sum : ledger->parties) {
            if (names.contains(sum.name)) {
                lines.append(tr("All cases in %1: %2  %3 yuan, %4 points")
                                 .arg(month, sum.name, yuanText(sum.amountFen))
                                 .arg(sum.points));
            }
        }
    }
    auto *heading = new Heading(1, m_page);
    heading->setText(tr("Deductions by month"));
    m_monthColumn->addWidget(heading);
    auto *list = new QuietLabel(lines.join(QLatin1Char('\n')), m_page, Theme::Role::Text);
    list->setObjectName(QStringLiteral("months"));
    m_monthColumn->addWidget(list);
}

void PenaltyPane::recorded()
{
    m_dirty = false;
    m_bar->clear();
    m_bar->setVisible(false);
}

void PenaltyPane::showFindings(const Findings &findings)
{
    m_refused = true;
    m_bar->setFindings(findings, m_shell.library->texts, m_shell.language);
    m_bar->setVisible(true);
}

void PenaltyPane::showError(const Error &error)
{
    m_refused = true;
    m_bar->setError(m_shell.sentence(error));
    m_bar->setVisible(true);
}

} // namespace huiyin
