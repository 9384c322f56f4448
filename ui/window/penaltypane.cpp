// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/clausewords.h>
#include <forms/findingbar.h>
#include <forms/moneyedit.h>
#include <forms/partyrows.h>
#include <forms/quietlabel.h>
#include <forms/quietscroll.h>
#include <window/casedraft.h>
#include <window/heading.h>
#include <window/penaltyentries.h>
#include <window/penaltypane.h>
#include <window/proposalcard.h>

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

const auto kPenalize = QStringLiteral("penalize");
constexpr int kGroundRows = 8;

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

/// Where the persons stand in a step's input, and where everybody else.
QString listOf(bool person)
{
    return person ? QStringLiteral("members") : QStringLiteral("parties");
}

} // namespace

PenaltyPane::PenaltyPane(Shell &shell, QWidget *parent)
    : CasePart(parent)
    , m_shell(shell)
    , m_entries(new PenaltyEntries(shell, this))
{
    buildFrame();
    m_draft = new CaseDraft(
        shell, [this] { return words(); }, this);
    connect(m_draft, &CaseDraft::saved, this, &PenaltyPane::draftSaved);
    connect(m_draft, &CaseDraft::failed, this, &PenaltyPane::draftFailed);
    connect(m_confirm, &QPushButton::clicked, this, [this] { take(false); });
    connect(m_proposeButton, &QPushButton::clicked, this, [this] { take(true); });
    connect(m_entries, &PenaltyEntries::submitted, this, &PenaltyPane::submitted);
    connect(m_entries, &PenaltyEntries::edited, m_draft, &CaseDraft::touched);
}

void PenaltyPane::buildFrame()
{
    const int unit = spacingUnit(font());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, unit * 2);
    outer->setSpacing(unit);
    auto *inside = new QWidget(this);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(unit * 3, unit * 3, unit * 3, unit * 2);
    m_column->setSpacing(unit * 2);
    m_column->addWidget(m_entries);
    outer->addWidget(quietScroll(inside, this), 1);
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
}

const StepOffer *PenaltyPane::offer(const QString &action) const
{
    const auto at = std::find_if(m_steps.cbegin(), m_steps.cend(), [&](const StepOffer &one) {
        return one.action == action;
    });
    return at == m_steps.cend() ? nullptr : &*at;
}

void PenaltyPane::showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps)
{
    const bool first = !m_case;
    m_case = caseFile;
    m_steps = steps;
    m_entries->showCase(caseFile, steps);
    const Regulation &regulation = m_shell.desk.regulationOf(caseFile);
    const QString shown = QStringLiteral("%1/%2").arg(regulation.id).arg(regulation.version);
    if (shown != m_shown || !m_dirty) {
        m_shown = shown;
        build();
    }
    if (first) {
        const auto drafts = CaseDraft::of(m_shell, caseFile.id);
        const auto begun = drafts.constFind(kPenalize);
        const bool any = begun != drafts.cend();
        if (any) {
            resume(begun->draft.fields);
        }
        m_draft->belongTo(caseFile.id, kPenalize, any ? std::optional(begun->id) : std::nullopt);
    }
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
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacingUnit(font()) * 2);
    const auto heading = [&](const QString &words) {
        auto *label = new Heading(1, m_page);
        label->setText(words);
        column->addWidget(label);
    };
    heading(tr("Found"));
    addGrounds(*column);
    addParties(*column);
    addLoss(*column);
    heading(tr("The regulation proposes"));
    m_cardColumn = new QVBoxLayout;
    m_cardColumn->setSpacing(spacingUnit(font()) * 2);
    column->addLayout(m_cardColumn);
    column->addStretch(1);
    m_column->addWidget(m_page, 1);
    m_untouched = words().fields;
    connect(m_grounds, &QListWidget::itemChanged, this, &PenaltyPane::typed);
    connect(m_parties, &PartyRows::edited, this, &PenaltyPane::typed);
    connect(m_loss, &QLineEdit::textEdited, this, &PenaltyPane::typed);
}

void PenaltyPane::addGrounds(QVBoxLayout &column)
{
    const bool chinese = m_shell.language == Language::Chinese;
    const Regulation &regulation = m_shell.desk.regulationOf(*m_case);
    m_grounds = new QListWidget(m_page);
    m_grounds->setAccessibleName(tr("Found"));
    m_grounds->setWordWrap(true);
    const int unit = spacingUnit(font());
    const int row = QFontMetrics(font()).height() + unit * 2;
    m_grounds->setSpacing(unit);
    for (const GroundRule &ground : regulation.grounds) {
        auto *item = new QListWidgetItem(chinese ? ground.zh : ground.en, m_grounds);
        item->setData(Qt::UserRole, ground.id);
        item->setToolTip(clauseWords(regulation, ground.rules, chinese));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    const int rows = std::clamp(m_grounds->count(), 1, kGroundRows);
    m_grounds->setFixedHeight(rows * row + unit);
    m_grounds->setVisible(m_grounds->count() > 0);
    column.addWidget(m_grounds);
}

void PenaltyPane::addParties(QVBoxLayout &column)
{
    QStringList kinds;
    bool points = false;
    for (const PenaltyRule &rule : m_shell.desk.regulationOf(*m_case).penalties) {
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
    column.addWidget(m_parties);
}

void PenaltyPane::addLoss(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacingUnit(font()) * 2);
    auto *label = new QLabel(tr("Loss"), m_page);
    m_loss = new MoneyEdit(tr("Loss"), m_page);
    label->setBuddy(m_loss);
    if (const auto amount = m_case->value(u"lossAmount"); amount.isDouble()) {
        m_loss->setFen(amount.toInteger());
    }
    row->addWidget(label);
    row->addWidget(m_loss);
    row->addWidget(new QLabel(tr("yuan"), m_page));
    row->addStretch(1);
    column.addLayout(row);
}

void PenaltyPane::typed()
{
    m_dirty = true;
    propose();
    m_draft->touched();
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

QJsonObject PenaltyPane::factsWithAmounts() const
{
    QJsonObject all = facts();
    for (const ProposalCard *card : m_cards) {
        const Proposal &proposal = card->proposal();
        const auto ofName = std::count_if(m_cards.cbegin(), m_cards.cend(), [&](const auto *one) {
            return one->proposal().name == proposal.name;
        });
        // One amount of a party holds for all its penalties: it can be told while there is one.
        if (!card->isChosen() || !card->chosenFen() || ofName != 1) {
            continue;
        }
        const bool person = proposal.party == QLatin1String("person");
        QJsonArray list = all.value(listOf(person)).toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            QJsonObject party = list.at(i).toObject();
            const auto key = person ? QLatin1String("person") : QLatin1String("name");
            if (party.value(key) == proposal.name) {
                party.insert(QStringLiteral("amountFen"), *card->chosenFen());
                list.replace(i, party);
            }
        }
        all.insert(listOf(person), list);
    }
    return all;
}

void PenaltyPane::propose()
{
    const Proposals proposals = m_shell.desk.proposals(*m_case, facts());
    showCards(proposals);
    // With the amounts typed, the months and the hints follow.
    const Proposals counted = m_shell.desk.proposals(*m_case, factsWithAmounts());
    for (ProposalCard *card : std::as_const(m_cards)) {
        const QString key = ProposalCard::keyOf(card->proposal());
        for (const Proposal &proposal : counted.list) {
            if (ProposalCard::keyOf(proposal) == key) {
                card->show(proposal);
            }
        }
    }
    QStringList hints;
    for (const Finding &finding : counted.findings) {
        hints.append(m_shell.sentence(finding));
    }
    hints.removeDuplicates();
    m_hint->setText(hints.join(QLatin1Char('\n')));
    showButtons();
}

void PenaltyPane::showCards(const Proposals &proposals)
{
    QStringList before;
    for (const ProposalCard *card : std::as_const(m_cards)) {
        before.append(ProposalCard::keyOf(card->proposal()));
    }
    QStringList after;
    for (const Proposal &proposal : proposals.list) {
        after.append(ProposalCard::keyOf(proposal));
    }
    if (before == after && !m_cards.isEmpty()) {
        for (qsizetype i = 0; i < m_cards.size(); ++i) {
            m_cards.at(i)->show(proposals.list.at(i));
        }
        return;
    }
    while (auto *item = m_cardColumn->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
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
}

void PenaltyPane::showButtons()
{
    const StepOffer *step = offer(kPenalize);
    const QStringList reasons = step ? m_shell.sentences(step->obstacles) : QStringList();
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

QVector<PenaltyPane::Charge> PenaltyPane::charges(bool proposing) const
{
    // One step for each entry of the pack; a loss is shared among all parties or not at all.
    QVector<Charge> charges;
    const QJsonObject all = facts();
    for (const ProposalCard *card : m_cards) {
        if (!card->isChosen()) {
            continue;
        }
        const Proposal &proposal = card->proposal();
        const PenaltyRule *rule = m_shell.desk.regulationOf(*m_case).penalty(proposal.penalty);
        const bool shares = rule && rule->amount.way == AmountRule::Way::BasePointShare;
        auto known = std::find_if(charges.begin(), charges.end(), [&](const Charge &one) {
            return one.penalty == proposal.penalty;
        });
        if (known == charges.end()) {
            QJsonObject input = all;
            input.insert(QStringLiteral("penalty"), proposal.penalty);
            if (proposing) {
                input.insert(QStringLiteral("propose"), true);
            }
            if (!shares) {
                input.remove(QStringLiteral("grounds"));
                input.remove(QStringLiteral("members"));
                input.remove(QStringLiteral("parties"));
            }
            charges.append({proposal.penalty, input});
            known = std::prev(charges.end());
        }
        if (shares) {
            continue;
        }
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
        QJsonArray list = known->input.value(listOf(person)).toArray();
        list.append(party);
        known->input.insert(listOf(person), list);
    }
    return charges;
}

void PenaltyPane::take(bool proposing)
{
    m_refused = false;
    m_taking = true;
    for (const Charge &charge : charges(proposing)) {
        emit submitted(kPenalize, charge.input);
        if (m_refused) {
            break; // the rest stays chosen, to be mended and confirmed
        }
        for (ProposalCard *card : std::as_const(m_cards)) {
            if (card->proposal().penalty == charge.penalty) {
                card->setChosen(false, std::nullopt);
            }
        }
    }
    m_taking = false;
    if (m_refused) {
        showButtons();
        return;
    }
    m_draft->drop();
    m_dirty = false;
    build();
    propose();
}

bool PenaltyPane::takes(const QString &action) const
{
    return action == kPenalize || action.endsWith(QLatin1String("Penalty"));
}

void PenaltyPane::submit()
{
    if (m_confirm->isEnabled()) {
        take(false);
    }
}

void PenaltyPane::keep() { m_draft->keep(); }

ComplaintDraft PenaltyPane::words() const
{
    QJsonObject words{{QStringLiteral("parties"), m_parties->typed()},
                      {QStringLiteral("loss"), m_loss->text()}};
    if (const auto grounds = facts().value(QLatin1String("grounds")); grounds.isArray()) {
        words.insert(QStringLiteral("grounds"), grounds);
    }
    QJsonObject chosen;
    for (const ProposalCard *card : m_cards) {
        if (card->isChosen()) {
            const auto fen = card->chosenFen();
            chosen.insert(ProposalCard::keyOf(card->proposal()),
                          fen ? QJsonValue(*fen) : QJsonValue(QJsonValue::Null));
        }
    }
    if (!chosen.isEmpty()) {
        words.insert(QStringLiteral("chosen"), chosen);
    }
    if (const auto reasons = m_entries->reasons(); !reasons.isEmpty()) {
        words.insert(QStringLiteral("reasons"), reasons);
    }
    ComplaintDraft draft;
    draft.fields = words == m_untouched ? QJsonObject() : words;
    return draft;
}

void PenaltyPane::resume(const QJsonObject &typed)
{
    const QJsonArray grounds = typed.value(QLatin1String("grounds")).toArray();
    for (int i = 0; i < m_grounds->count(); ++i) {
        auto *item = m_grounds->item(i);
        item->setCheckState(grounds.contains(item->data(Qt::UserRole).toString()) ? Qt::Checked
                                                                                  : Qt::Unchecked);
    }
    m_parties->resume(typed.value(QLatin1String("parties")).toArray());
    m_loss->setText(typed.value(QLatin1String("loss")).toString());
    m_entries->setReasons(typed.value(QLatin1String("reasons")).toObject());
    propose();
    const QJsonObject chosen = typed.value(QLatin1String("chosen")).toObject();
    for (ProposalCard *card : std::as_const(m_cards)) {
        const auto fen = chosen.constFind(ProposalCard::keyOf(card->proposal()));
        if (fen != chosen.constEnd()) {
            card->setChosen(true, fen->isDouble() ? std::optional(fen->toInteger()) : std::nullopt);
        }
    }
    m_dirty = true;
}

void PenaltyPane::recorded()
{
    m_bar->clear();
    m_bar->setVisible(false);
    m_draft->touched(); // a reason given to what is recorded is no draft any more
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
