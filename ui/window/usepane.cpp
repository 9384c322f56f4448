// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/regulationtables.h>
#include <window/usepane.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kShown = 200;
constexpr qint64 kCountedTo = 100000;

} // namespace

UsePane::UsePane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_from(new QLineEdit(this))
    , m_overlayRows(new QVBoxLayout)
    , m_words(new QLabel(this))
    , m_keeps(new QLabel(this))
    , m_running(plainTable(tr("Running cases"), this))
    , m_use(new QPushButton(Theme::icon(QStringLiteral("check")), tr("Put in force"), this))
{
    const auto unit = spacingUnit(font());
    m_from->setAccessibleName(tr("In force from"));
    m_from->setText(shell.desk.now().localDay().toString());
    m_from->setPlaceholderText(QStringLiteral("2026-05-01"));
    m_from->setMaximumWidth(hanWidth(font()) * 8);
    auto *label = new QLabel(tr("In force from"), this);
    label->setBuddy(m_from);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_keeps->setWordWrap(true);
    m_keeps->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_from);
    row->addWidget(m_use);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit);
    column->setSpacing(unit * 2);
    column->addLayout(row);
    column->addLayout(m_overlayRows);
    column->addWidget(m_words);
    column->addWidget(m_keeps);
    column->addWidget(m_running, 1);
    connect(m_use, &QPushButton::clicked, this, &UsePane::wanted);
    connect(m_running, &QTableWidget::cellActivated, this, [this](int at) {
        if (const auto *item = m_running->item(at, 0)) {
            if (const auto id = m_shell.desk.reader().byNumber(item->text())) {
                emit caseWanted(*id);
            }
        }
    });
}

void UsePane::setPack(const std::optional<Regulation> &pack,
                      const QVector<Regulation> &overlays,
                      const QString &hindrance)
{
    for (auto *box : std::as_const(m_overlays)) {
        delete box;
    }
    m_overlays.clear();
    const auto &present = m_shell.desk.regulation().overlays;
    for (const auto &overlay : pack ? overlays : QVector<Regulation>()) {
        auto *box =
            new QCheckBox(tr("together with %1")
                              .arg(m_shell.language == Language::Chinese ? overlay.zh : overlay.en),
                          this);
        box->setObjectName(overlay.id);
        box->setAccessibleName(box->text());
        box->setChecked(std::any_of(present.cbegin(), present.cend(), [&](const PackVersion &one) {
            return one.id == overlay.id;
        }));
        connect(box, &QCheckBox::toggled, this, &UsePane::overlaysChanged);
        m_overlayRows->addWidget(box);
        m_overlays.append(box);
    }
    m_use->setEnabled(hindrance.isEmpty());
    m_use->setToolTip(hindrance);
    m_words->setText(hindrance);
    m_words->setVisible(!hindrance.isEmpty());
    fillRunning();
}

void UsePane::fillRunning()
{
    CaseFilter open;
    open.open = true;
    const auto count = m_shell.desk.reader().count(open, kCountedTo);
    const auto all = count ? *count : 0;
    const auto page = m_shell.desk.reader().page(open, {}, kShown);
    RegulationTable table{
        {tr("Case no."), tr("Complainant"), tr("Stage"), tr("Deadline"), tr("Due")}, 3, {}};
    const auto ground = m_shell.ground();
    const auto now = m_shell.desk.now();
    for (const auto &row : page ? page->rows : QVector<CaseRow>()) {
        const auto state = DeadlineState::of(row, ground.calendar, ground.hours, now);
        table.rows.append({{row.caseNo,
                            row.complainantName,
                            stageLabel(ground, row.stage, row.pack),
                            clockWord(ground, row.clockLabel),
                            state.dueText},
                           state.spoken,
                           false});
    }
    fillTable(m_running, table);
    m_running->setVisible(all > 0);
    m_keeps->setText(
        all == 0 ? tr("No case is running: nothing has to keep an earlier version.")
                 : tr("%n running case(s) keep the version they were recorded under; only "
                      "what is recorded from that day on follows this one.",
                      nullptr,
                      static_cast<int>(all)) +
                       (all > kShown ? tr(" The first %1 of them:").arg(kShown) : QString()));
}

QStringList UsePane::with() const
{
    QStringList ids;
    for (const auto *box : m_overlays) {
        if (box->isChecked()) {
            ids.append(box->objectName());
        }
    }
    return ids;
}

std::optional<Day> UsePane::from() const
{
    const auto day = Day::parse(m_from->text().trimmed());
    return day ? std::optional<Day>(*day) : std::nullopt;
}

void UsePane::setFrom(const QString &day) { m_from->setText(day); }

void UsePane::refuse(const QString &sentence)
{
    m_words->setText(sentence);
    m_words->setVisible(!sentence.isEmpty());
}

} // namespace huiyin
