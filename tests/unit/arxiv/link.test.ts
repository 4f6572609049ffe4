import { describe, expect, it } from 'vitest';
import { HOSTS, isArxivHost, isOn, REDIRECTS } from '../../../lib/arxiv/hosts';
import { idFromLink, mayNamePaper } from '../../../lib/arxiv/link';

type Case = [href: string, id: string];

const ARXIV: Record<string, Case[]> = {
  'the pages of a paper on arXiv': [
    ['https://arxiv.org/abs/2511.07317', '2511.07317'],
    ['http://arxiv.org/abs/2511.07317v1', '2511.07317'],
    ['https://arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://arxiv.org/abs/math.GT/0309136', 'math/0309136'],
    ['https://arxiv.org/abs/hepth/0509212', 'hep-th/0509212'],
    ['https://arxiv.org/abs/0704.0001', '0704.0001'],
    ['https://arxiv.org/pdf/2511.07317', '2511.07317'],
    ['https://arxiv.org/pdf/2511.07317.pdf', '2511.07317'],
    ['https://arxiv.org/pdf/2511.07317v2.pdf', '2511.07317'],
    ['https://arxiv.org/pdf/math/0309136v2', 'math/0309136'],
    ['https://arxiv.org/pdf/hep-th/9901001v1.pdf', 'hep-th/9901001'],
    ['https://arxiv.org/html/2511.07317v1', '2511.07317'],
    ['https://arxiv.org/ps/hep-th/9901001', 'hep-th/9901001'],
    ['https://arxiv.org/dvi/hep-th/9901001', 'hep-th/9901001'],
    ['https://arxiv.org/format/2511.07317v2', '2511.07317'],
    ['https://arxiv.org/src/2511.07317', '2511.07317'],
    ['https://arxiv.org/src/2511.07317/anc/data.csv', '2511.07317'],
    ['https://arxiv.org/e-print/2511.07317', '2511.07317'],
    ['https://arxiv.org/tb/2511.07317', '2511.07317'],
    ['https://arxiv.org/trackback/2511.07317', '2511.07317'],
    ['https://arxiv.org/bibtex/2511.07317', '2511.07317'],
    ['https://arxiv.org/audio/2511.07317', '2511.07317'],
    ['https://arxiv.org/refs/0704.0001', '0704.0001'],
    ['https://arxiv.org/cits/0704.0001', '0704.0001'],
    ['https://arxiv.org/show-email/8a8fe6d1/0704.0001', '0704.0001'],
    ['https://arxiv.org/auth/show-endorsers/0704.0001', '0704.0001'],
    ['https://arxiv.org/prevnext?id=2511.07317&function=next&context=cs', '2511.07317'],
    ['http://arxiv.org/prevnext?site=arxiv.org&id=math/0309136&function=prev', 'math/0309136'],
  ],
  'an archive and a number apart': [
    ['https://arxiv.org/abs/hep-th?papernum=9901001', 'hep-th/9901001'],
    ['https://arxiv.org/abs/hep-th?9901001', 'hep-th/9901001'],
    ['https://arxiv.org/abs/math.GT?papernum=0309136', 'math/0309136'],
    ['https://arxiv.org/abs/cs?papernum=0306050&x=1', 'cs/0306050'],
  ],
  'the file trees of arXiv': [
    ['https://arxiv.org/ftp/cond-mat/papers/0408/0408502.pdf', 'cond-mat/0408502'],
    ['https://arxiv.org/ftp/arxiv/papers/1110/1110.2832.pdf', '1110.2832'],
    ['http://arxiv.org/PS_cache/arxiv/pdf/0808/0808.1825v1.pdf', '0808.1825'],
    ['http://arxiv.org/PS_cache/math/pdf/0608/0608040v4.pdf#page=44', 'math/0608040'],
    ['http://arxiv.org/PS_cache/hep-ph/pdf/0304/0304226v1.pdf', 'hep-ph/0304226'],
    ['http://arxiv.org/PS_cache/hep-th/ps/9901/9901001.ps.gz', 'hep-th/9901001'],
  ],
  'the hosts of arXiv and its mirrors': [
    ['https://www.arxiv.org/abs/2511.07317', '2511.07317'],
    ['https://export.arxiv.org/abs/2511.07317', '2511.07317'],
    ['https://browse.arxiv.org/abs/2511.07317', '2511.07317'],
    ['https://ARXIV.org/abs/2511.07317', '2511.07317'],
    ['https://arxiv.org./abs/2511.07317', '2511.07317'],
    ['https://arxiv.org:443/abs/2511.07317', '2511.07317'],
    ['http://in.arXiv.org/abs/math.GT/0410047', 'math/0410047'],
    ['http://de.arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['http://cn.arxiv.org/pdf/1706.03762', '1706.03762'],
    ['http://lanl.arxiv.org/abs/0811.1604', '0811.1604'],
    ['https://xxx.lanl.gov/abs/cond-mat/0408502', 'cond-mat/0408502'],
    ['http://xxx.itp.ac.cn/abs/1611.05431', '1611.05431'],
    ['http://xxx.uni-augsburg.de/abs/cond-mat/0002177', 'cond-mat/0002177'],
    ['https://arxiv-org.translate.goog/abs/1301.3781?_x_tr_sl=en&_x_tr_tl=vi', '1301.3781'],
  ],
  'spellings that still lead there': [
    ['https://arxiv.org/abs/2511.07317/', '2511.07317'],
    ['https://arxiv.org/abs//2511.07317', '2511.07317'],
    ['https://arxiv.org//abs/2511.07317', '2511.07317'],
    ['https://arxiv.org/abs/hep-th//9901001', 'hep-th/9901001'],
    ['https://arxiv.org/abs/arXiv:2511.07317', '2511.07317'],
    ['https://arxiv.org/abs/arXiv%3A2511.07317', '2511.07317'],
    ['https://arxiv.org/abs/math%2F0008020v2', 'math/0008020'],
    ['https://arxiv.org/abs/math%252F0008020v2', 'math/0008020'],
    ['https://arxiv.org/abs/2511%2E07317', '2511.07317'],
    ['https://arxiv.org/abs/2511%252E07317', '2511.07317'],
    ['https://arxiv.org/abs/ 2511.07317', '2511.07317'],
    ['https://arxiv.org/abs/2511.07317 ', '2511.07317'],
    ['https://arxiv.org/abs/2511.07317%20', '2511.07317'],
    ['https://arxiv.org/abs/2511.07317.', '2511.07317'],
    ['https://arxiv.org/abs/2511.07317,', '2511.07317'],
    ['https://arxiv.org/abs/2511.07317)', '2511.07317'],
    ['https://arxiv.org/abs/2511.07317%EF%BC%8C', '2511.07317'],
    ['https://arxiv.org/abs/2511.07317%E2%80%8B', '2511.07317'],
    ['https://arxiv.org/abs/2511.07317?x=%E0%A4%A', '2511.07317'],
    ['https://arxiv.org/abs/2511.07317?context=cs.LG', '2511.07317'],
    ['https://arxiv.org/pdf/2511.07317v2.pdf?download=1', '2511.07317'],
    ['https://arxiv.org/pdf/2511.07317v2.pdf#page=3', '2511.07317'],
    ['https://arxiv.org/html/2511.07317v1#S3.T1', '2511.07317'],
    ['https://arxiv.org/html/2511.07317v1#bib.bib4', '2511.07317'],
    ['https://arxiv.org/html/2511.07317v1/x1.png', '2511.07317'],
  ],
};

const OTHERS: Record<string, Case[]> = {
  'sites that show the papers of arXiv': [
    ['https://ar5iv.labs.arxiv.org/html/2511.07317', '2511.07317'],
    ['https://ar5iv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://www.alphaxiv.org/abs/2511.07317v2', '2511.07317'],
    ['https://www.alphaxiv.org/overview/2511.07317', '2511.07317'],
    ['https://www.alphaxiv.org/zh/overview/2310.06625v4', '2310.06625'],
    ['https://www.alphaxiv.org/pdf/2511.07317', '2511.07317'],
    ['https://www.alphaxiv.org/forum/2511.07317', '2511.07317'],
    ['https://www.alphaxiv.org/audio/2511.07317', '2511.07317'],
    ['https://www.alphaxiv.org/resources/2511.07317', '2511.07317'],
    ['https://huggingface.co/papers/2511.07317', '2511.07317'],
    ['https://huggingface.co/papers/2511.07317#community', '2511.07317'],
    ['https://huggingface.co/api/papers/2511.07317', '2511.07317'],
    ['https://hf.co/papers/2511.07317', '2511.07317'],
    ['https://scirate.com/arxiv/2511.07317', '2511.07317'],
    ['https://scirate.com/arxiv/hep-th/9901001', 'hep-th/9901001'],
    ['https://www.emergentmind.com/papers/2511.07317', '2511.07317'],
    ['https://www.catalyzex.com/paper/arxiv:2511.07317', '2511.07317'],
    ['https://www.arxiv-vanity.com/papers/1706.03762/', '1706.03762'],
    ['https://papers.cool/arxiv/2412.05899', '2412.05899'],
    ['https://papers.labml.ai/paper/1803.08494', '1803.08494'],
    ['https://paperswithcode.co/paper/2602.11389', '2602.11389'],
    ['http://front.math.ucdavis.edu/0811.1604', '0811.1604'],
    ['http://front.math.ucdavis.edu/math.GT/0309136', 'math/0309136'],
  ],
  'resolvers of names': [
    ['https://doi.org/10.48550/arXiv.2511.07317', '2511.07317'],
    ['https://dx.doi.org/10.48550/arxiv.2511.07317', '2511.07317'],
    ['http://www.doi.org/10.48550/ARXIV.2511.07317', '2511.07317'],
    ['https://doi.org/10.48550%2FarXiv.2511.07317', '2511.07317'],
    ['https://doi.org/10.48550/arXiv.hep-th/9901001', 'hep-th/9901001'],
    ['https://doi.org/https://doi.org/10.48550/arXiv.2511.07317', '2511.07317'],
    ['https://identifiers.org/arxiv:1904.01557', '1904.01557'],
    ['http://identifiers.org/arxiv/0807.4956v1', '0807.4956'],
  ],
  'indexes of papers': [
    ['https://www.semanticscholar.org/arxiv/2511.07317', '2511.07317'],
    ['https://api.semanticscholar.org/arXiv:2511.07317', '2511.07317'],
    ['https://api.semanticscholar.org/arXiv:hep-th/9901001', 'hep-th/9901001'],
    ['https://api.semanticscholar.org/v1/paper/arXiv:2511.07317', '2511.07317'],
    ['https://api.semanticscholar.org/graph/v1/paper/arXiv:2511.07317?fields=title', '2511.07317'],
    ['https://api.semanticscholar.org/graph/v1/paper/ARXIV%3A2511.07317', '2511.07317'],
    ['https://inspirehep.net/arxiv/2511.07317', '2511.07317'],
    ['https://inspirehep.net/api/arxiv/hep-th/9901001', 'hep-th/9901001'],
    ['https://inspirehep.net/literature?q=arxiv%3A2511.07317', '2511.07317'],
    ['https://inspirehep.net/literature?sort=mostrecent&size=25&q=eprint+2511.07317', '2511.07317'],
    ['https://inspirehep.net/literature?q=eprint%202511.07317', '2511.07317'],
    ['http://inspirehep.net/search?p=find+eprint+1112.5675', '1112.5675'],
    ['http://inspirehep.net/search?p=find+eprint+arXiv:0803.0547', '0803.0547'],
    ['https://scholar.google.com/scholar_lookup?arxiv_id=2103.00020', '2103.00020'],
    ['https://scholar.google.com/scholar_lookup?title=Olmo&doi=10.48550%2FarXiv.2511.07317&author=A', '2511.07317'],
    ['https://ui.adsabs.harvard.edu/abs/2023arXiv230101234S/abstract', '2301.01234'],
    ['https://ui.adsabs.harvard.edu/abs/2009arXiv0901.0512T', '0901.0512'],
    ['https://ui.adsabs.harvard.edu/abs/arXiv:2301.01234', '2301.01234'],
    ['https://ui.adsabs.harvard.edu/abs/arXiv%3A2301.01234/abstract', '2301.01234'],
    ['https://ui.adsabs.harvard.edu/#abs/2023arXiv230101234S/abstract', '2301.01234'],
    ['https://ui.adsabs.harvard.edu/link_gateway/2023arXiv230101234S/EPRINT_PDF', '2301.01234'],
    ['https://ui.adsabs.harvard.edu/link_gateway/2019ApJ...871..120A/arxiv:1806.05697', '1806.05697'],
    ['http://adsabs.harvard.edu/abs/2009arXiv0901.0512T', '0901.0512'],
    ['http://adsabs.harvard.edu/cgi-bin/bib_query?arXiv:1112.3340', '1112.3340'],
    ['http://adsabs.harvard.edu/cgi-bin/bib_query?arXiv:astro-ph/0207156', 'astro-ph/0207156'],
    ['http://adsabs.harvard.edu/cgi-bin/nph-bib_query?bibcode=2009arXiv0901.0512T&db_key=PRE', '0901.0512'],
    ['https://dblp.org/rec/journals/corr/abs-2301-01234', '2301.01234'],
    ['https://dblp.org/rec/journals/corr/abs-2301-01234.html?view=bibtex', '2301.01234'],
    ['https://dblp.org/rec/bib2/journals/corr/abs-0704-0001.bib', '0704.0001'],
    ['https://dblp.org/rec/journals/corr/abs-hep-th-9901001', 'hep-th/9901001'],
    ['https://dblp.org/rec/journals/corr/cs-CC-9910002', 'cs/9910002'],
    ['https://dblp.uni-trier.de/rec/bibtex/journals/corr/abs-2301-01234', '2301.01234'],
    ['https://dblp.dagstuhl.de/rec/html/journals/corr/abs-2301-01234', '2301.01234'],
  ],
};

const REDIRECTING: Record<string, Case[]> = {
  'redirects that carry the link in a parameter': [
    [
      'https://arxiv.org/ct?url=https%3A%2F%2Fdx.doi.org%2F10%252E48550%2FarXiv%252E2511%252E07317&v=bb4b9571',
      '2511.07317',
    ],
    ['https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317&sa=D', '2511.07317'],
    [
      'https://www.google.com/url?sa=t&source=web&url=https%3A%2F%2Farxiv.org%2Fabs%2Fhep-th%2F9901001',
      'hep-th/9901001',
    ],
    ['https://www.google.co.uk/url?url=https://arxiv.org/abs/2511.07317', '2511.07317'],
    ['https://google.de/url?q=https://arxiv.org/pdf/2511.07317.pdf', '2511.07317'],
    ['https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2504.04230&hl=en&sa=X&d=408', '2504.04230'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317%3Ffbclid%3Dx&h=AT0', '2511.07317'],
    ['https://lm.facebook.com/l.php?u=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317', '2511.07317'],
    ['https://l.instagram.com/?u=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317&e=AT0', '2511.07317'],
    ['https://slack-redir.net/link?url=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317', '2511.07317'],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317&data=05%7C01',
      '2511.07317',
    ],
    [
      'https://nam12.safelinks.protection.outlook.com/ap/w-59584e83/?url=https%3A%2F%2Farxiv.org%2Fpdf%2F2511.07317',
      '2511.07317',
    ],
    [
      'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Farxiv%2Eorg%2Fabs%2F2511%2E07317&urlhash=x',
      '2511.07317',
    ],
    ['https://www.linkedin.com/safety/go?url=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317&trk=x', '2511.07317'],
    ['https://out.reddit.com/t3_1abc?url=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317&token=x', '2511.07317'],
    [
      'https://www.youtube.com/redirect?event=video_description&redir_token=x&q=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317',
      '2511.07317',
    ],
    ['https://duckduckgo.com/l/?uddg=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317&rut=0a', '2511.07317'],
    ['https://link.zhihu.com/?target=https%3A//arxiv.org/html/2412.19437v1%23bib.bib89', '2412.19437'],
    [
      'https://link.juejin.cn/?target=https%3A%2F%2Farxiv.org%2Fftp%2Farxiv%2Fpapers%2F1603%2F1603.09320.pdf',
      '1603.09320',
    ],
    ['https://link.csdn.net/?target=https%3A%2F%2Farxiv.org%2Fpdf%2F1409.1556.pdf', '1409.1556'],
  ],
  'redirects that carry the link in their path': [
    ['https://web.archive.org/web/20200101000000/https://arxiv.org/abs/1706.03762', '1706.03762'],
    ['http://web.archive.org/web/2020id_/http://arxiv.org/pdf/1706.03762v5.pdf', '1706.03762'],
    ['https://web.archive.org/web/2020*/https://arxiv.org/abs/1706.03762', '1706.03762'],
    ['https://web.archive.org/web/2009/http:/arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://urldefense.com/v3/__https://arxiv.org/abs/1810.05600__;!!GqivPVa7Brio!OaieLQ3$', '1810.05600'],
    ['https://urldefense.com/v3/__https://arxiv.org/pdf/1804.07300.pdf)*5Cn__;JQ!!Mih3wA!TPas', '1804.07300'],
    [
      'https://r.search.yahoo.com/_ylt=A/RV=2/RE=17/RO=10/RU=https%3a%2f%2farxiv.org%2fabs%2f1706.03762/RK=2/RS=x-',
      '1706.03762',
    ],
    ['https://www.researchgate.net/deref/https%3A%2F%2Farxiv.org%2Fabs%2F1706.03762?_sg%5B0%5D=x', '1706.03762'],
    ['https://r.jina.ai/https://arxiv.org/abs/2602.13517', '2602.13517'],
  ],
  'redirects within redirects, and to every kind of site': [
    [
      'https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Farxiv.org%252Fabs%252F2511.07317',
      '2511.07317',
    ],
    ['https://www.google.com/url?q=https://web.archive.org/web/2020/https://arxiv.org/abs/1706.03762', '1706.03762'],
    ['https://www.google.com/url?q=https://huggingface.co/papers/2511.07317', '2511.07317'],
    ['https://slack-redir.net/link?url=https%3A%2F%2Fdoi.org%2F10.48550%2FarXiv.2511.07317', '2511.07317'],
    ['https://web.archive.org/web/2020/https://ui.adsabs.harvard.edu/abs/2023arXiv230101234S', '2301.01234'],
  ],
};

const NAMING_NOTHING: Record<string, string[]> = {
  'pages of arXiv that are about no one paper': [
    'https://arxiv.org/list/cs.CL/recent',
    'https://arxiv.org/list/hep-th/9901?skip=0&show=25',
    'https://arxiv.org/list/math/2511?skip=1234567',
    'https://arxiv.org/a/hajishirzi_h_1',
    'https://arxiv.org/year/math/2007',
    'https://arxiv.org/catchup/cs/2025-11-07',
    'https://arxiv.org/search/?query=2511.07317&searchtype=all',
    'https://arxiv.org/auth/endorse?x=OVESPR',
    'https://arxiv.org/static/browse/0.3.4/css/arXiv.css?v=20200727',
    'https://arxiv.org/abs/',
    'https://arxiv.org/abs/hep-th',
    'https://arxiv.org/',
  ],
  'ids that arXiv could not have given out': [
    'https://arxiv.org/abs/2513.07317',
    'https://arxiv.org/abs/2511.073171',
    'https://arxiv.org/abs/2511.0731',
    'https://arxiv.org/abs/1412.00001',
    'https://arxiv.org/abs/2511.07317v0',
    'https://arxiv.org/abs/2511.07317vv2',
    'https://arxiv.org/abs/2511.07317x',
    'https://arxiv.org/abs/2511.07317_v1',
    'https://arxiv.org/abs/foo-bar/9901001',
    'https://arxiv.org/abs/hep-th?papernum=0704001',
    'https://doi.org/10.48550/arXiv.2513.07317',
    'https://ui.adsabs.harvard.edu/abs/2023arXiv231301234S',
    'https://dblp.org/rec/journals/corr/abs-2313-01234',
  ],
  'the front of UC Davis, which wrote math/0305049 as 0305.5049': [
    'http://front.math.ucdavis.edu/0305.5049',
    'http://front.math.ucdavis.edu/0407.5054',
    'http://front.math.ucdavis.edu/9901.5001',
  ],
  'other pages of the sites above': [
    'https://huggingface.co/papers/date/2024-01-05',
    'https://huggingface.co/papers/month/2025-11',
    'https://huggingface.co/papers?date=2511.07317',
    'https://huggingface.co/models?other=arxiv:2511.07317',
    'https://huggingface.co/allenai/Olmo-3-1125-32B',
    'https://papers.cool/arxiv/cs.AI?date=2025-11-07',
    'https://www.semanticscholar.org/author/K.-He/2109561',
    'https://www.semanticscholar.org/paper/Olmo/204e3073870fae3d05bcbc2f6a8e263d9b72e776',
    'https://inspirehep.net/literature/1234567',
    'https://inspirehep.net/literature?q=refersto%3Aarxiv%3A2511.07317',
    'https://scholar.google.com/scholar?q=Olmo+arXiv%3A2511.07317',
    'https://ui.adsabs.harvard.edu/abs/2019ApJ...871..120A/abstract',
    'https://ui.adsabs.harvard.edu/search/q=citations(arXiv:2511.07317)',
    'https://dblp.org/rec/conf/acl/2301-01234',
    'https://dblp.org/rec/journals/corr/VaswaniSPUJGKP17',
    'https://paperswithcode.co/paper/102599',
    'https://identifiers.org/pubmed:1203123',
    'https://doi.org/10.1103/PhysRevD.1105.32111',
    'https://doi.org/10.1000/arXiv.2511.07317',
    'https://doi.org/2511.07317',
  ],
  'hosts that only look like one of these': [
    'https://example.org/abs/2511.07317',
    'https://arxiv.org.example.com/abs/2511.07317',
    'https://notarxiv.org/abs/2511.07317',
    'https://not-arxiv.org/abs/2511.07317',
    'https://arxiv.org@example.com/abs/2511.07317',
    'https://arxiv.org:2511.07317@example.com/abs/2511.07317',
    'https://arxiv.com/abs/2511.07317',
    'https://arxiv.org.evil/abs/2511.07317',
    'https://аrxiv.org/abs/2511.07317',
    'https://arχiv.org/abs/2511.07317',
    'https://xn--rxiv-53d.org/abs/2511.07317',
    'https://evilhuggingface.co/papers/2511.07317',
    'https://doi.org.example.com/10.48550/arXiv.2511.07317',
    'https://example.com/arxiv.org/abs/2511.07317',
    'https://example.com/?u=arxiv.org/abs/2511.07317',
    'https://github.com/org/repo/issues/1234567',
  ],
  'links that hold another, but are no redirects': [
    'https://example.com/https://arxiv.org/abs/2511.07317',
    'https://example.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317',
    'https://www.google.com/search?q=https://arxiv.org/abs/2511.07317',
    'https://www.google.com/url?q=https://example.org/abs/2511.07317',
    'https://www.google.com/url?sa=t',
    'https://google.example/url?q=https://arxiv.org/abs/2511.07317',
    'https://evilgoogle.com/url?q=https://arxiv.org/abs/2511.07317',
    'https://www.google.com.example.org/url?q=https://arxiv.org/abs/2511.07317',
    'https://example.com/l.facebook.com/l.php?u=https://arxiv.org/abs/2511.07317',
    'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317',
    'https://www.linkedin.com/shareArticle?mini=true&url=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317',
    'https://www.reddit.com/submit?url=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317',
    'https://twitter.com/intent/tweet?url=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317',
    'https://arxiv.org/ct?url=https://reddit.com/submit?url%3Dhttps://arxiv.org/abs/2511.07317',
    'https://arxiv.org/ct?url=http%3A%2F%2Fwww.bibsonomy.org%2FBibtexHandler%3Furl%3Dhttp%3A%2F%2Farxiv.org%2Fabs%2F0704.0001',
    'https://web.archive.org/web/2020/https://example.org/abs/2511.07317',
  ],
  'what is no link to a page at all': [
    'javascript:"https://arxiv.org/abs/2511.07317"',
    'mailto:2511.07317@arxiv.org',
    'data:text/plain,https://arxiv.org/abs/2511.07317',
    'ftp://arxiv.org/abs/2511.07317',
    'httpx://arxiv.org/abs/2511.07317',
    '/abs/2511.07317',
    'arxiv.org/abs/2511.07317',
    'https://',
    'https://arxiv.org:99999/abs/2511.07317',
    'https://[arxiv.org]/abs/2511.07317',
    '#2511.07317',
    '',
  ],
  'malformed percent escapes': [
    'https://example.org/%E0%A4%A',
    'https://arxiv.org/abs/%E0%A4%A2511.07317',
    'https://arxiv.org/abs/%',
    'https://www.google.com/url?q=%E0%A4%A',
    'https://www.google.com/url?q=https%3A%2F%2%2Farxiv.org%2Fabs%2F2511.07317',
  ],
};

const CASES = Object.values({ ...ARXIV, ...OTHERS, ...REDIRECTING }).flat();

describe.each(Object.entries({ ...ARXIV, ...OTHERS, ...REDIRECTING }))('a link names a paper: %s', (_, cases) => {
  it.each(cases)('%s', (href, id) => {
    expect(idFromLink(href)?.id).toBe(id);
    expect(mayNamePaper(href)).toBe(true);
  });
});

describe.each(Object.entries(NAMING_NOTHING))('a link names nothing: %s', (_, hrefs) => {
  it.each(hrefs)('%s', (href) => {
    expect(idFromLink(href)).toBeUndefined();
  });
});

describe('the tables of sites', () => {
  const links = CASES.map(([href, id]) => ({ url: new URL(href), id }));

  it('have a case for every way of every site to name papers', () => {
    const unproved = HOSTS.flatMap(({ sites, names }) =>
      sites
        .filter(
          (site) =>
            !links.some(({ url }) => isOn(url.hostname, [site]) && names.test(url.pathname + url.search + url.hash)),
        )
        .map((site) => `${site} ${names}`),
    );
    expect(unproved).toEqual([]);
  });

  it('have a case for every redirect', () => {
    const unproved = REDIRECTS.filter((redirect) => {
      const begins = new RegExp(`^([\\w-]+\\.)*${redirect.replaceAll('.', '\\.')}`);
      return !links.some(({ url }) => begins.test(url.hostname + url.pathname));
    });
    expect(unproved).toEqual([]);
  });
});

describe('idFromLink', () => {
  it('reads relative links by the page they stand on', () => {
    expect(idFromLink('/abs/2511.07317', 'https://arxiv.org/list/cs.CL/recent')?.id).toBe('2511.07317');
    expect(idFromLink('abs/arXiv:1702.02949', 'http://www.arxiv.org/')?.id).toBe('1702.02949');
    expect(idFromLink('//arxiv.org/abs/2511.07317', 'https://en.wikipedia.org/wiki/Olmo')?.id).toBe('2511.07317');
    expect(
      idFromLink(
        '//duckduckgo.com/l/?uddg=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317',
        'https://html.duckduckgo.com/html/',
      )?.id,
    ).toBe('2511.07317');
    expect(idFromLink('/abs/2511.07317', 'https://example.org/')).toBeUndefined();
    expect(idFromLink('/abs/2511.07317', 'no address')).toBeUndefined();
  });

  it('keeps the version for display', () => {
    expect(idFromLink('https://arxiv.org/pdf/2511.07317v3')).toEqual({ id: '2511.07317', version: 3 });
    expect(idFromLink('https://web.archive.org/web/2020/https://arxiv.org/abs/1706.03762v5')).toEqual({
      id: '1706.03762',
      version: 5,
    });
  });

  it('gives up on redirects that lead on and on', () => {
    let href = 'https://arxiv.org/abs/2511.07317';
    for (let count = 0; count < 10; count++) href = `https://www.google.com/url?q=${encodeURIComponent(href)}`;
    expect(idFromLink(href)).toBeUndefined();
  });
});

describe('isArxivHost', () => {
  it.each(['arxiv.org', 'www.arxiv.org', 'de.arxiv.org', 'xxx.lanl.gov'])('%s is one', (host) => {
    expect(isArxivHost(host)).toBe(true);
  });

  it.each(['alphaxiv.org', 'notarxiv.org', 'arxiv.org.example.com', 'lanl.gov', ''])('%s is none', (host) => {
    expect(isArxivHost(host)).toBe(false);
  });
});
