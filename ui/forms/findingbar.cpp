// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/findingbar.h>
#include <forms/theme.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>

namespace huiyin {

FindingBar::FindingBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_label);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_label->setAccessibleName(tr("What is missing"));
    setFocusProxy(m_label);
    connect(m_label, &QLabel::linkActivated, this, &FindingBar::fieldActivated);
    refresh();
}

void FindingBar::setMissing(const QVector<std::pair<QString, QString>> &items)
{
    if (m_missing != items) {
        m_missing = items;
        refresh();
    }
}

void FindingBar::setFindings(const Findings &findings, const Texts &texts, Language language)
{
    m_lines.clear();
    for (const Finding &finding : findings) {
        m_lines.append({finding.field, texts.sentence(finding, language)});
    }
    refresh();
}

void FindingBar::setError(const QString &sentence)
{
    m_error = sentence;
    refresh();
}

void FindingBar::clear()
{
    m_lines.clear();
    m_error.clear();
    refresh();
}

QString FindingBar::text() const
{
    QString plain = m_label->text();
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    return plain.remove(tags);
}

void FindingBar::refresh()
{
    const Theme &theme = Theme::current();
    const auto link = [&theme](const QString &field, const QString &words) {
        return QStringLiteral("<a href=\"%1\" style=\"color:%3\">%2</a>")
            .arg(field.toHtmlEscaped(),
                 words.toHtmlEscaped(),
                 theme.color(Theme::Role::Accent).name());
    };
    QStringList html;
    if (!m_error.isEmpty()) {
        html.append(QStringLiteral("<b style=\"color:%1\">%2</b>")
                        .arg(theme.color(Theme::Role::Error).name(), m_error.toHtmlEscaped()));
    }
    for (const auto &[field, sentence] : m_lines) {
        html.append(field.isEmpty() ? sentence.toHtmlEscaped() : link(field, sentence));
    }
    if (!m_missing.isEmpty()) {
        QStringList items;
        for (const auto &[field, words] : m_missing) {
            items.append(link(field, words));
        }
        html.append(tr("%n still missing:", nullptr, int(m_missing.size())) + QStringLiteral(" ") +
                    items.join(QStringLiteral("&ensp;")));
    }
    if (html.isEmpty()) {
        html.append(tr("Nothing is missing"));
    }
    m_label->setText(html.join(QStringLiteral("<br>")));
    m_label->setAccessibleDescription(text());
}

void FindingBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace huiyin
