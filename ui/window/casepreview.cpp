// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinebox.h>
#include <forms/theme.h>
#include <models/timelinemodel.h>
#include <window/casepreview.h>
#include <window/heading.h>

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kLatestSteps = 3;

QLabel *selectable(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A label without words would still be a place to stop at for an assistive tool.
void write(QLabel *label, const QString &words)
{
    label->setText(words);
    label->setVisible(!words.isEmpty());
}

QString joined(const QStringList &parts, const QString &between)
{
    QStringList filled;
    for (const auto &part : parts) {
        if (!part.isEmpty()) {
            filled.append(part);
        }
    }
    return filled.join(between);
}

} // namespace

CasePreview::CasePreview(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_scroll(new QScrollArea(this))
{
    auto *inside = new QWidget(m_scroll);
    m_number = new Heading(1.25, inside);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_who = selectable(inside);
    m_what = selectable(inside);
    m_deadlines = new DeadlineBox(
        shell.ground(),
        [this](const Clock &clock) { return m_shell.desk.whyPreview(clock); },
        inside);
    m_steps = selectable(inside);
    const auto unit = spacingUnit(font());
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    column->setSpacing(unit * 3);
    column->addWidget(m_number);
    column->addWidget(m_who);
    column->addWidget(m_what);
    m_deadlines->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_deadlines);
    column->addWidget(m_steps);
    column->addStretch();
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_open = new QPushButton(Theme::icon(QStringLiteral("folder-open")), tr("Open  Enter"), this);
    m_open->setAccessibleName(tr("Open"));
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_id) {
            emit opened(*m_id);
        }
    });
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, unit * 2, unit * 2);
    outer->addWidget(m_scroll, 1);
    outer->addWidget(m_open);
    clear();
}

void CasePreview::clear()
{
    m_id.reset();
    m_number->setText(tr("No case chosen"));
    m_who->setText(tr("Choose a row to read it here; Enter opens it."));
    write(m_what, {});
    m_deadlines->setClocks({}, false);
    m_deadlines->hide();
    write(m_steps, {});
    m_open->setEnabled(false);
}

void CasePreview::showCase(const CaseRow &row)
{
    const auto ground = m_shell.ground();
    const auto dot = QStringLiteral("  ");
    m_id = row.id;
    m_open->setEnabled(true);
    m_number->setText(row.caseNo);
    m_who->setText(joined({row.complainantName, maskedPhone(row.phone)}, dot) + QLatin1Char('\n') +
                   joined({choiceLabel(ground, QStringLiteral("kind"), row.kind),
                           choiceLabel(ground, QStringLiteral("severity"), row.severity),
                           row.category,
                           stageLabel(ground, row.stage, row.pack)},
                          QStringLiteral(" · ")));
    const auto caseFile = m_shell.desk.reader().caseFile(row.id);
    if (!caseFile) {
        write(m_what, m_shell.sentence(caseFile.error()));
        m_deadlines->hide();
        write(m_steps, {});
        return;
    }
    auto content = caseFile->text(u"content");
    if (content.isEmpty()) {
        content = row.contentBrief;
    }
    write(m_what, content);
    QVector<Clock> running;
    for (const auto &clock : caseFile->clocks) {
        if (clock.state == ClockState::Running || clock.state == ClockState::Paused) {
            running.append(clock);
        }
    }
    m_deadlines->setRegulation(m_shell.desk.regulationOf(*caseFile));
    m_deadlines->setGround(ground);
    m_deadlines->setClocks(running, false);
    m_deadlines->setVisible(!running.isEmpty());

    TimelineModel timeline(ground);
    timeline.setCase(*caseFile, m_shell.desk);
    QStringList lines;
    for (int i = 0; i < std::min(kLatestSteps, timeline.rowCount()); ++i) {
        const auto index = timeline.index(i);
        lines.append(joined({index.data(TimelineModel::WhenRole).toString(),
                             index.data(TimelineModel::WhoRole).toString(),
                             index.data(TimelineModel::WhatRole).toString()},
                            QStringLiteral("  ")));
    }
    write(m_steps, lines.join(QLatin1Char('\n')));
}

} // namespace huiyin
